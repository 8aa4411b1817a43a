import { misplaced } from '../wazuh/alert';
import { messageReads, readArguments } from './fields-read';
import type { MessageRead, Path } from './message-read';
import type { Script } from './script';
import { descendants } from './syntax/node';
import { commandAt } from './tongues/bash/command';

/**
 * The fields of the alert that a script reads, as far as an alert can have them: those among which it chooses together, in
 * its order, one choice after the other. Paths as in an alert, `[]` for the elements of a list.
 */
export function fieldChoices(script: Script): readonly (readonly string[])[] {
  const reads = messageReads(script).filter(
    ({ path }) =>
      path.length > 2 &&
      path[0] === 'parameters' &&
      path[1] === 'alert' &&
      misplaced(path.filter((key) => typeof key === 'string')) === undefined,
  );
  const choices: MessageRead[][] = [];
  for (const read of reads) {
    if (reads.some((other) => isOnTheWay(read.path, other.path))) continue;
    const choice = choices.find((each) => each.some((other) => isOneChoice(read, other)));
    if (choice) choice.push(read);
    else choices.push([read]);
  }
  return choices.map((each) => [...new Set(each.map(({ path }) => inAlert(path.slice(2))))]);
}

function isOneChoice(one: Choosable, other: Choosable): boolean {
  return (
    one.span.start === other.span.start ||
    (one.choice !== undefined && one.choice === other.choice) ||
    (one.variable !== undefined && one.variable === other.variable)
  );
}

/** What tells whether a script takes one value or another. */
type Choosable = Pick<MessageRead, 'span' | 'variable' | 'choice'>;

function isOnTheWay(path: Path, to: Path): boolean {
  return path.length < to.length && path.every((key, at) => key === to[at]);
}

function inAlert(path: Path): string {
  return path.reduce<string>(
    (all, key) => (typeof key === 'number' ? `${all}[]` : all === '' ? key : `${all}.${key}`),
    '',
  );
}

/**
 * The names of the variables that the words of `<extra_args>` go to, by their places; undefined where a place is not read,
 * or is read only in case the alert does not have what the script wants.
 */
export function argumentsRead(script: Script): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const fields = messageReads(script).filter(({ path }) => path[1] === 'alert' && path.length > 2);
  for (const read of readArguments(script)) {
    const { at, variable } = read;
    if (at === undefined || at > mostWords || fields.some((field) => isOneChoice(read, field))) continue;
    while (names.length <= at) names.push(undefined);
    names[at] ??= variable ?? 'word';
  }
  return names;
}

/** A script that reads a later word counts on something else. */
const mostWords = 20;

/** A name in quotes with its colon, as a pattern has it: `"srcip":`, `\\"path\\"\\s*:`, `srcip":`. */
const nameInPattern = /(?:\\?"|(?<![\w.\\-]))(\w+)\\?"(?:\\s\*|\s|\[\^?[^\]]*\]\*?|\*|\?|\\s\+)*:/g;

/** The names that a shell script looks for in JSON with grep, sed or awk, wherever they stand. */
export function namesLookedFor({ root, language }: Script): readonly string[] {
  if (language !== 'bash') return [];
  const names = [...descendants(root, 'command')].flatMap((node) => {
    const command = commandAt(node);
    if (!command || !/^(?:grep|egrep|sed|awk|gawk|perl|cut)$/.test(command.name)) return [];
    return command.words.flatMap(({ text }) =>
      [...text.matchAll(nameInPattern)].map(([, name = '']) => name),
    );
  });
  return [...new Set(names)].filter((name) => !/^(?:command|version|parameters|alert|origin)$/.test(name));
}
