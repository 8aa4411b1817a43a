import { t } from '@vscode/l10n';
import { readFields } from '../fields-read';
import { readingOf } from '../reading';
import { spread } from '../spread';
import { around, within } from '../syntax/node';
import { targetAt } from '../target-key';
import { targets } from '../targets';
import { filesForAll, oneForEach } from '../tongues/python/one-file';
import { rulesUndoneForAll } from '../undone-for-all';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const takesTooMuch: ScriptCheck = {
  code: 'takes-too-much',
  title: 'delete takes back more than add put in',
  explanation: [
    'Each target has its own delete, at the end of its own timeout. One that flushes the chain, empties the set or writes',
    '/etc/hosts.deny anew lets in everybody else who is still to be kept out, and takes away what an administrator or',
    'another response has put there. A file of a fixed name that is written anew for each target holds the last one alone,',
    'and the delete of the first one takes it away.',
    '\n\nUndo for one target exactly what add did for it: delete the rule by its own words, the line by its own text. Give',
    'each target a file of its own, with the address in its name.',
    '\n\nThe dry run blocks two targets, and looks after the delete of the first whether the second is still blocked. Before',
    'that it puts entries of somebody else where the script acts: a rule into the chain INPUT, a line into',
    '/etc/hosts.deny, a file into its quarantine. They must stay.',
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
    for (const span of rulesUndoneForAll(script))
      yield {
        span,
        message: t(
          'delete takes away the rules of all targets: nothing here tells them apart, and the others are let in before their time. Give each rule a name with its target in it, and take away that one.',
        ),
      };
    const reading = script.language === 'python' ? readingOf(script) : undefined;
    if (!reading) return;
    const read = targets(readFields(script));
    const { uses } = spread(script.root, reading.tongue, (value) =>
      read.some(({ span }) => within(span, value)),
    );
    for (const file of filesForAll(script.root)) {
      const block = around(file.open, 'with_statement');
      if (!block || uses(block).length === 0) continue;
      const edits = oneForEach(file, script.root, ({ start }) => {
        const target = targetAt(script, start);
        // With / in it a value would lead to another folder: Wazuh lets none through in what it looks through.
        return target?.isFiltered ? target.name : undefined;
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
