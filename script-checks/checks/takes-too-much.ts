import { t } from '@vscode/l10n';
import { readFields } from '../fields-read';
import { readingOf } from '../reading';
import { spread } from '../spread';
import { around, within } from '../syntax/node';
import { targetAt } from '../target-key';
import { targets } from '../targets';
import { filesForAll, oneForEach } from '../tongues/python/one-file';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const takesTooMuch: ScriptCheck = {
  code: 'takes-too-much',
  title: 'delete takes back more than add put in',
  explanation: [
    'Each target has its own delete, at the end of its own timeout. A file of a fixed name that is written anew for each',
    'target holds the last one alone, and the delete of the first one takes it away.',
    '\n\nGive each target a file of its own, with the address in its name.',
  ].join(' '),
  example: {
    language: 'python',
    bad: [
      'ip = message["parameters"]["alert"]["data"]["srcip"]',
      'if message["command"] == "add":',
      '    with ⟦open("/var/ossec/blocked.txt", "w")⟧ as file:',
      '        file.write(ip)',
      'else:',
      '    os.remove("/var/ossec/blocked.txt")',
      '',
    ].join('\n'),
    good: [
      'ip = message["parameters"]["alert"]["data"]["srcip"]',
      'if message["command"] == "add":',
      '    with open(f"/var/ossec/blocked-{ip}.txt", "w") as file:',
      '        file.write(ip)',
      'else:',
      '    os.remove(f"/var/ossec/blocked-{ip}.txt")',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    const reading = script.language === 'python' ? readingOf(script) : undefined;
    if (!reading) return;
    const read = targets(readFields(script));
    const { uses } = spread(script.root, reading.tongue, (value) =>
      read.some(({ span }) => within(span, value)),
    );
    for (const file of filesForAll(script.root)) {
      const block = around(file.open, 'with_statement');
      if (!block || uses(block).length === 0) continue;
      // With / in it a value would lead to another folder: in an address Wazuh lets none through.
      const isAddress = (name: string) =>
        readFields(script).some(
          ({ variable, path }) => variable === name && /^(?:data\.)?(?:srcip|dstip)$/.test(path),
        );
      const edits = oneForEach(file, script.root, ({ start }) => {
        const name = targetAt(script, start)?.name;
        return name !== undefined && isAddress(name) ? name : undefined;
      });
      yield {
        span: file.open,
        message: t(
          'All targets share this file: it holds the last one alone, and the delete of the first one takes it away. Give each target a file of its own.',
        ),
        fixes: onlyFix(t('Give each target a file of its own'), edits),
      };
    }
  },
};
