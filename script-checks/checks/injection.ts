import { t } from '@vscode/l10n';
import { runsValues } from '../batch/values';
import { weakPrefixChecks } from '../path-checks';
import { type Reading, readingOf } from '../reading';
import { around, child, type SyntaxNode } from '../syntax/node';
import { commandAt } from '../tongues/bash/command';
import { bash } from '../tongues/bash/tongue';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const injection: ScriptCheck = {
  code: 'injection',
  title: 'A value of the alert is run, or taken apart by the shell',
  explanation: [
    'Whoever causes the log line chooses what stands in the alert: user names, URLs, file names. A script that hands such',
    'a value to a shell (`eval`, `sh -c`, `ssh`, `os.system`, `shell=True`, `Invoke-Expression`) runs what that person',
    'wrote, as root. Without quotes the shell splits a value into several words and puts file names in the place of `*`,',
    'so that one value becomes several arguments.',
    '\n\nTwo fields are looked through by Wazuh itself: it starts no response where `data.srcip` has anything but letters,',
    'digits and `. : _ -`, or `data.dstuser` anything but letters, digits and `. _ @ ? -` (messages 1271 and 1272 in',
    'ossec.log; src/analysisd/analysisd.c, 4.14.7). Nothing in them means anything to a shell, so a script is not blamed for',
    'them; what they hold need be no address and no account all the same, and may begin with a hyphen. `srcuser`, `dstip`,',
    '`url`, file names, the log line and everything in `win.eventdata` come as the attacker wrote them.',
    '\n\nHand values over as arguments of their own: a list in Python, quotes in the shell; and check that an address is an',
    'address before it is used (`ipaddress.ip_address`, `[[ $ip =~ ^[0-9.]+$ ]]`).',
    '\n\nA path that begins with the right folder may leave it again by `../`: look at what it resolves to (`realpath`), or',
    'refuse one that holds `..`. The same goes for a value that becomes a part of a file name.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'user = message["parameters"]["alert"]["data"]["srcuser"]\nos.system("usermod -L " + ⟦user⟧)\n',
    good: 'user = message["parameters"]["alert"]["data"]["srcuser"]\nsubprocess.run(["usermod", "-L", user])\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language === 'batch') {
      for (const { span, runner } of runsValues(script.code)) yield { span, message: runsIt(runner) };
      return;
    }
    const reading = readingOf(script);
    if (!reading) return;
    for (const { node, prefix } of weakPrefixChecks(script, reading))
      yield { span: node, message: getsPast(prefix) };
    const told = new Set<SyntaxNode>();
    for (const node of reading.nodes) {
      for (const { node: code, runner } of reading.tongue.code(node)) {
        for (const word of reading.attacker.in(code)) {
          if (told.has(word)) continue;
          told.add(word);
          yield { span: word, message: runsIt(runner) };
        }
      }
      if (script.language === 'bash' && !told.has(node)) yield* unquoted(node, reading);
      if (script.language === 'bash') yield* inFileName(node, reading);
    }
  },
};

function runsIt(runner: string): string {
  return t(
    '{0} runs this value of the alert as code, and the attacker chose it. Pass it as an argument of its own, and check first that it is what it should be.',
    runner,
  );
}

/** A variable without quotes among the words of a command that is not just for people to read. */
function* unquoted(node: SyntaxNode, { attacker }: Reading): Iterable<ScriptProblem> {
  const isWord = node.field === 'argument' || node.parent?.type === 'concatenation';
  if (!isWord || bash.variable(node) === undefined || attacker.in(node).length === 0) return;
  const command = around(node, 'command');
  const name = command && commandAt(command)?.name;
  if (name === undefined || /^(?:echo|printf|logger|log\w*|\[|test|local|export|return)$/i.test(name)) return;
  yield {
    span: node,
    message: t(
      'Without quotes the shell splits this value of the alert into words and expands * in it: whoever chose it adds arguments to {0}. Put it in quotes.',
      name,
    ),
    fixes: onlyFix(t('Put it in quotes'), [{ span: node, newText: `"${node.text}"` }]),
  };
}

function getsPast(prefix: string): string {
  const folder = prefix.replace(/\/*$/, '');
  return t(
    '{0}/../../etc/passwd begins so as well: whoever chose this path leads out of the folder by ../. Look at what it resolves to: realpath -e.',
    folder,
  );
}

/** A value of the alert as a part of the name of a file that is written. */
function* inFileName(node: SyntaxNode, { attacker }: Reading): Iterable<ScriptProblem> {
  if (node.type !== 'file_redirect' || !node.children.some(({ type }) => /^>>?$/.test(type))) return;
  const target = child(node, 'destination');
  if (!target || !/[\w.]\/|^"?\$\{?\w+\}?\//.test(target.text)) return;
  for (const use of attacker.in(target)) {
    yield {
      span: use,
      message: t(
        'This value of the alert is a part of a file name: with / and .. in it, whoever chose it says which file is written, as root. Check first that it is what it should be.',
      ),
    };
  }
}
