import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { spread } from '../spread';
import { child, descendants, type SyntaxNode, within } from '../syntax/node';
import { endsWithJq, readsInput } from '../tongues/bash/errexit';
import { catching, isCaught, statementOf } from '../tongues/python/caught';
import { callAt } from '../tongues/python/expression';
import { python } from '../tongues/python/tongue';
import { unheeded } from '../tongues/python/unheeded';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const badJsonCrash: ScriptCheck = {
  code: 'bad-json-crash',
  title: 'A line that is no message upsets the script',
  explanation: [
    'execd sends whole messages, but a script is run by hand as well, by a test, or by an older agent. On a line that is',
    'cut off or empty it should say so in the log and end: an error that goes to stderr is seen by nobody, and half a',
    'message is nothing to act on.',
    '\n\nCatch the error of the JSON reader, or look whether what it gave is empty, before anything else. With `set -e` the',
    'error of jq ends a shell script before it can say anything.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'line = sys.stdin.readline()\nmessage = ⟦json.loads(line)⟧\n',
    good: [
      'line = sys.stdin.readline()',
      'try:',
      '    message = json.loads(line)',
      'except ValueError:',
      '    logging.error("what was read is no message")',
      '    sys.exit(1)',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language === 'python') yield* inPython(script);
    if (script.language === 'bash') yield* inShell(script);
  },
};

function* inShell(script: Script): Iterable<ScriptProblem> {
  const first = endsWithJq(readingOf(script)?.nodes ?? []).find(readsInput);
  if (first)
    yield {
      span: first,
      message: t(
        'A line that is no message ends the script here: jq fails, and set -e does the rest. Nothing is logged. Write || behind it, and say so in the log.',
      ),
    };
}

function* inPython(script: Script): Iterable<ScriptProblem> {
  const reading = readingOf(script);
  const [first] = reading?.reads ?? [];
  if (!reading || !first) return;
  // Of `for line in sys.stdin:` the value is a part of the read.
  const { uses } = spread(
    script.root,
    python,
    (value) => within(first.node, value) || within(value, first.node),
  );
  const node = reading.nodes.find((each) => {
    const call = callAt(each);
    const given = call?.positional[0];
    return call?.name === 'json.loads' && given && (within(first.node, given) || uses(given).length > 0);
  });
  if (!node) return;
  if (isCaught(node, script.root)) {
    const read = unheeded(node, script.root);
    if (read)
      yield {
        span: read,
        message: t(
          'A line that is no message ends the script here with an error: its reader says that it has failed, and nobody looks. Look at what came back first, and end where it is nothing.',
        ),
      };
    return;
  }
  yield {
    span: node,
    message: t(
      'A line that is no message ends the script here with an error. It goes to stderr, which execd throws away. Catch it and write it to the log.',
    ),
    fixes: onlyFix(t('Catch it, and say so in the log'), caught(node, script.root, script.text)),
  };
}

function caught(node: SyntaxNode, root: SyntaxNode, text: string) {
  const statement = statementOf(node);
  const imported = new Set(
    [...descendants(root, 'import_statement')].flatMap(({ children }) =>
      children.map(({ text: name }) => name),
    ),
  );
  const isAssigned = statement && child(statement.children[0], 'right') !== undefined;
  if (!isAssigned || !imported.has('logging') || !imported.has('sys')) return undefined;
  return catching(statement, text, 'ValueError', [
    'logging.error("what was read is no message")',
    'sys.exit(1)',
  ]);
}
