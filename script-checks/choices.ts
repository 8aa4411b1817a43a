import { misplaced } from '../wazuh/alert';
import { type FieldRead, messageReads, readArguments, readFields } from './fields-read';
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

/**
 * The numbers of rules on which a script goes on, where it looks at the rule of its alert: `case $RULE_ID in 5710|5712)`.
 * One on which it ends at once is none of them.
 */
export function rulesActedOn(script: Script): readonly string[] {
  const reads = readFields(script).filter(({ path }) => path === 'rule.id');
  const compared = [...comparedWith(script, reads), ...comparedAtOnce(script, reads)];
  return [...new Set(compared.length > 0 || reads.length === 0 ? compared : listedRules(script))];
}

/** Where the value that was read is compared as it is: `alert["rule"]["id"] == "5712"`. */
function comparedAtOnce({ code }: Script, reads: readonly FieldRead[]): readonly string[] {
  const list = /^["'})\]\s]*(?:===?|-eq|\bin\b)\s*["'([{]*\s*((?:["'\s]*\d{3,6}["'\s]*[|,]?)+)/;
  return reads.flatMap(({ span }) => {
    const behind = code.slice(span.end, span.end + longestList);
    const [whole = '', found] = list.exec(behind) ?? [];
    const done = /^[^\n]{0,60}(?:\n[^\n]{0,60})?/.exec(behind.slice(whole.length))?.[0] ?? '';
    return /\b(?:exit|return|continue)\b/.test(done) ? [] : (found?.match(/\d{3,6}/g) ?? []);
  });
}

/** Characters. */
const longestList = 400;

/** A list of numbers that has rules in its name, and is not one of those to leave alone: `BLOCK_RULES = {"5710", "5712"}`. */
function listedRules({ code }: Script): readonly string[] {
  const lists =
    /(?:^|[\n;])[ \t]*(?:readonly |declare -a |local )?\$?(\w*rules?\w*)\s*=\s*(?:set|frozenset|@)?["'([{]+((?:["'\s]*\d{3,6}["'\s]*[|,]?)+)["')\]}]/gi;
  return [...code.matchAll(lists)].flatMap(([, name = '', list = '']) =>
    /ignor|exclu|skip|allow|white|safe|noise/i.test(name) ? [] : (list.match(/\d{3,6}/g) ?? []),
  );
}

function comparedWith(script: Script, reads: readonly FieldRead[]): readonly string[] {
  const names = reads.flatMap(({ variable }) => variable ?? []);
  const listed = String.raw`["'(\[{]*\s*((?:["'\s]*\d{3,6}["'\s]*[|,]?)+)`;
  return [...new Set(names)].flatMap((name) => {
    const compared = new RegExp(
      String.raw`\b${name}\b["'}\])\s]*(!=|==?|-eq|-ne|\bnot in\b|\bin\b)\s*${listed}([^\n]{0,60}(?:\n[^\n]{0,60})?)`,
      'g',
    );
    return [...script.code.matchAll(compared)].flatMap(([, how = '', list = '', behind = '']) => {
      const isUnlike = /!|ne|not/.test(how);
      return isUnlike || !/\b(?:exit|return|continue)\b/.test(behind) ? (list.match(/\d{3,6}/g) ?? []) : [];
    });
  });
}

/** The level that is high enough for all that a script asks of its alert's: `[ "$LEVEL" -ge 12 ]`; 0 where it asks nothing. */
export function levelAskedFor(script: Script): number {
  const names = readFields(script).flatMap(({ path, variable }) =>
    path === 'rule.level' ? (variable ?? []) : [],
  );
  const asked = [...new Set(names)].flatMap((name) => {
    const compared = new RegExp(
      String.raw`\b${name}\b["'}\])\s]*(?:-ge|-gt|-lt|-le|[<>]=?)\s*["']?(\d{1,2})\b`,
      'g',
    );
    return [...script.code.matchAll(compared)].map(([, level]) => Number(level) + 1);
  });
  return Math.min(highest, Math.max(0, ...asked));
}

/** No rule has a higher level. */
const highest = 16;

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
  return [...new Set(names)].filter(
    (name) => !/^(?:command|version|parameters|alert|origin|extra_args)$/.test(name),
  );
}
