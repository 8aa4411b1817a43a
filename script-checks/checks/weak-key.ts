import { t } from '@vscode/l10n';
import { readFields } from '../fields-read';
import { sendsKeys } from '../handshake';
import { type Key, keyLists } from '../keys';
import { targetAsKey } from '../target-key';
import { targets } from '../targets';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const weakKey: ScriptCheck = {
  code: 'weak-key',
  title: 'The key does not name the target',
  explanation: [
    'execd remembers each response under the name of the script and the keys that it sent, and answers `abort` while the',
    'same keys are pending. With the rule id as key, or a constant, or none at all, the second attacker who trips the',
    'same rule is taken for the first and left alone until the timeout is over.',
    '\n\nSend the target: the address, account or file that the script acts on. Of 43 public scripts that send keys, 29',
    'send the rule id, and 5 the target.',
  ].join(' '),
  example: {
    language: 'python',
    bad: [
      'alert = message["parameters"]["alert"]',
      'rule_id = alert["rule"]["id"]',
      'print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [⟦rule_id⟧]}}))',
      '',
    ].join('\n'),
    good: [
      'alert = message["parameters"]["alert"]',
      'srcip = alert["data"]["srcip"]',
      'print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [srcip]}}))',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    // In a batch file keys are texts with % in them, which are not followed.
    if (script.language === 'batch' || !sendsKeys(script)) return;
    const hasTargets = targets(readFields(script)).length > 0;
    for (const { list, keys } of keyLists(script)) {
      if (keys.includes('target')) continue;
      // A response to the host as a whole has one target, and one key.
      if (!hasTargets && !keys.includes('rule id')) continue;
      const span = list.start === list.end ? { start: list.start - 1, end: list.end + 1 } : list;
      yield {
        span,
        message: objection(keys),
        fixes: onlyFix(t('Send the target as key'), targetAsKey(script, list)),
      };
    }
  },
};

function objection(keys: readonly Key[]): string {
  if (keys.includes('number')) {
    return t(
      'execd takes texts for keys and skips numbers, so this response has no key, and every target shares one. Send the target as a text.',
    );
  }
  if (keys.includes('rule id')) {
    return t(
      'The key is the rule id: while one target is pending, every other target of the same rule is answered abort. Send the target (the address, account or file) as key.',
    );
  }
  return t(
    'The key is the same for every target: while one is pending, every other is answered abort. Send the target (the address, account or file) as key.',
  );
}
