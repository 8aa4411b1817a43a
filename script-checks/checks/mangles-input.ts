import { t } from '@vscode/l10n';
import { messageNames } from '../attacker';
import type { Edit } from '../finding';
import { shebang } from '../language';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { type Command, commandAt, hasOption, operands } from '../tongues/bash/command';
import { isOfAnother, loopOver } from '../tongues/bash/stdin';
import { readsScriptsStdin } from '../tongues/bash/streams';
import { bash } from '../tongues/bash/tongue';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const manglesInput: ScriptCheck = {
  code: 'mangles-input',
  title: 'The message is changed while it is read',
  explanation: [
    "Without `-r` the shell's `read` takes a backslash for an escape and drops it. Alerts are JSON, and JSON writes",
    'every quotation mark and every Windows path with backslashes: of 11,005 captured alerts a third became invalid',
    'and a sixth were silently altered that way; of the web attacks, all. ssh alerts have no backslash, which hides it.',
    '\n\nWithout quotes, `echo $INPUT | jq` goes through the shell once more: it makes one blank of several and puts file',
    'names in the place of `*`. In dash, which is `/bin/sh` on Debian and Ubuntu, `echo` turns `\\n` into a line end.',
    '\n\nWrite `IFS= read -r line`, and `printf \'%s\\n\' "$line" | jq …`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\n⟦read INPUT_JSON⟧\necho "$INPUT_JSON" | jq -r .command\n',
    good: '#!/bin/bash\nIFS= read -r INPUT_JSON\necho "$INPUT_JSON" | jq -r .command\n',
  },
  *run(script): Iterable<ScriptProblem> {
    const reading = script.language === 'bash' ? readingOf(script) : undefined;
    if (!reading) return;
    const messages = messageNames(script.root, bash);
    for (const node of reading.nodes) {
      yield* plainRead(node);
      yield* echoed(node, messages, script);
    }
  },
};

/** Whether a script reads its message in a way that changes it. */
export function losesBackslashes(script: Script): boolean {
  return [...manglesInput.run(script, {})].length > 0;
}

/** `read` without `-r`. */
function* plainRead(node: SyntaxNode): Iterable<ScriptProblem> {
  const command = commandAt(node);
  if (command?.name !== 'read' || hasOption(command.words, 'r') || isOfAnother(node, command.words)) return;
  if (!readsScriptsStdin(loopOver(node) ?? node) || !readsScriptsStdin(node)) return;
  const { nameNode, words } = command;
  const alone = operands(words, ['-d', '-t', '-p', '-n', '-N']).length <= 1;
  const edits: readonly Edit[] = [
    ...(alone && !node.text.startsWith('IFS=')
      ? [{ span: { start: nameNode.start, end: nameNode.start }, newText: 'IFS= ' }]
      : []),
    { span: { start: nameNode.end, end: nameNode.end }, newText: ' -r' },
  ];
  yield {
    span: node,
    message: t(
      'Without -r, read drops the backslashes of the JSON: alerts with quotation marks or Windows paths become invalid. Write: IFS= read -r …',
    ),
    fixes: onlyFix(t('Read the line as it is'), edits),
  };
}

/** `echo $INPUT | jq`, and in dash also `echo "$INPUT" | jq`. */
function* echoed(node: SyntaxNode, messages: ReadonlySet<string>, { text }: Script): Iterable<ScriptProblem> {
  const command = commandAt(node);
  if (command?.name === 'printf' || (command?.name === 'echo' && hasOption(command.words, 'e')))
    yield* interpreted(command, messages);
  const [word, ...more] = command?.words ?? [];
  if (command?.name !== 'echo' || !word || more.length > 0 || !isPipedOn(node)) return;
  const value = word.type === 'string' && word.children.length === 3 ? word.children[1] : word;
  const name = value && bash.variable(value);
  if (name === undefined || !messages.has(name)) return;
  const unquoted = value === word;
  if (!unquoted && (shebang(text)?.interpreter !== 'sh' || isReadAsText(node))) return;
  const edits: readonly Edit[] = [
    { span: { start: command.nameNode.start, end: word.end }, newText: `printf '%s\\n' "${value?.text}"` },
  ];
  yield {
    span: node,
    message: unquoted
      ? t(
          'Without quotes the shell splits the message into words, makes one blank of several, and puts file names in the place of *. Write: printf \'%s\\n\' "{0}"',
          value.text,
        )
      : t(
          'Where sh is dash (Debian, Ubuntu), echo turns \\n and \\\\ of the JSON into something else, and jq refuses it. Write: printf \'%s\\n\' "{0}"',
          value?.text ?? '',
        ),
    fixes: onlyFix(t('Hand the message on as it is'), edits),
  };
}

/** `echo -e "$INPUT"` and `printf "$INPUT"`, which look for escapes in it. */
function* interpreted(
  { node, name, nameNode, words }: Command,
  messages: ReadonlySet<string>,
): Iterable<ScriptProblem> {
  const word = name === 'printf' ? words[0] : words.at(-1);
  const value = word?.type === 'string' && word.children.length === 3 ? word.children[1] : word;
  const variable = value && bash.variable(value);
  if (
    !word ||
    !value ||
    variable === undefined ||
    !messages.has(variable) ||
    (name === 'echo' && words.length !== 2)
  )
    return;
  yield {
    span: node,
    message:
      name === 'printf'
        ? t(
            'printf takes its first word for a format: % and \\ of the message become something else. Write: printf \'%s\\n\' "{0}"',
            value.text,
          )
        : t(
            'With -e, echo turns \\n and \\\\ of the JSON into something else, and jq refuses it. Write: printf \'%s\\n\' "{0}"',
            value.text,
          ),
    fixes: onlyFix(t('Hand the message on as it is'), [
      { span: { start: nameNode.start, end: word.end }, newText: `printf '%s\\n' "${value.text}"` },
    ]),
  };
}

/** Whether what comes next does not mind where a line ends: it looks for text. */
function isReadAsText(node: SyntaxNode): boolean {
  const next = node.parent?.children.slice(node.index + 1).find(({ type }) => !/^\|&?$/.test(type));
  const inner = next?.type === 'redirected_statement' ? next.children[0] : next;
  const command = inner && commandAt(inner);
  return command !== undefined && /^(?:[ef]?grep|sed|[gm]?awk|cut|tr|head|tail|wc)$/.test(command.name);
}

function isPipedOn(node: SyntaxNode): boolean {
  const { parent } = node;
  return parent?.type === 'pipeline' && parent.children.at(-1) !== node;
}
