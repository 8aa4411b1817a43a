import { t } from '@vscode/l10n';
import { field } from '../../wazuh/alert';
import { keysOf } from '../execd/keys';
import { acts } from './acts';
import { adds, type RunCheck, type Trial } from './finding';
import { mentionTarget, traces } from './traces';

export const weakKey: RunCheck = {
  code: 'weak-key',
  title: 'The key does not name the target',
  explanation: [
    'execd remembers each response under the name of the script and the keys that it sent, and answers `abort` while the',
    'same keys are pending. With the rule id as key, or a constant, or none at all, the second attacker who trips the',
    'same rule is taken for the first and left alone until the timeout is over.',
    '\n\nSend the target: the address, account or file that the script acts on.',
  ].join(' '),
  judge(trial) {
    if (trial.timeout === 0) return undefined;
    const steps = adds(trial);
    const first = steps.find(({ conversation }) => conversation.first !== undefined);
    const keys = keysOf(first?.conversation.first ?? '', trial.version);
    if (!first?.answer || !keys) return undefined;
    const evidence = t('execd remembers it as {0}.', first.answer.key);
    const forAll = concernsAll(trial);
    if (keys.length === 0 && !forAll) {
      return {
        message: t(
          'The script sends no keys. While one target is pending, every other target is answered abort. Send the target as key.',
        ),
        evidence,
      };
    }
    const rule = field(trial.alert, 'rule.id');
    if (keys.length > 0 && keys.every((key) => key === rule)) {
      return {
        message: t(
          'The key is the rule id. While one target is pending, every other target of the same rule is answered abort. Send the target (the address, account or file) as key.',
        ),
        evidence,
      };
    }
    const other = steps.find(
      ({ about, conversation }) => about !== first.about && conversation.first !== undefined,
    );
    if (!other?.answer || other.answer.key !== first.answer.key || forAll) return undefined;
    return {
      message: t(
        'The key is the same for every target. While one is pending, every other is answered abort. Send the target (the address, account or file) as key.',
      ),
      evidence: t(
        'Another target was answered {0}: execd remembers both as {1}.',
        other.answer.word,
        other.answer.key,
      ),
    };
  },
};

/**
 * Whether a response acts and shows no target in anything that it does, as one that cuts off the whole host: there is one
 * of it, and one key is right.
 */
function concernsAll(trial: Trial): boolean {
  const steps = adds(trial);
  return (
    steps.some(({ before, after, session }) => acts(before, after, session, trial).length > 0) &&
    !steps.some((step) => mentionTarget(traces(step, step.session), step.alert))
  );
}
