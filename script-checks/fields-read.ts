import type { Span } from '../wazuh/span';
import type { MessageRead, Path } from './message-read';
import type { Script } from './script';
import { takenArguments } from './tongues/bash/extraction';
import { bashReads } from './tongues/bash/fields';
import { powershellReads } from './tongues/powershell/fields';
import { pythonReads } from './tongues/python/fields';

/** One place where a script reads a field of the alert. Where it may be one of several, there is one each, with one span. */
export interface FieldRead {
  /** From the alert down, joined by dots: `data.srcip`. Positions in lists are left out. */
  readonly path: string;
  readonly span: Span;
  /** The variable that the value is assigned to, where the text says so. */
  readonly variable: string | undefined;
}

/** One place where a script reads a word of its `<extra_args>`. */
export interface ArgumentRead {
  /** Which word, the first one being 0; undefined where the text does not say. */
  readonly at: number | undefined;
  readonly span: Span;
  readonly variable: string | undefined;
  /** Where it chooses between this and something else; undefined where it does not. */
  readonly choice: MessageRead['choice'];
}

const kept = new WeakMap<Script, readonly MessageRead[]>();

/**
 * What a script reads of execd's message, in the order of the text: jq filters and Python in bash, subscripts and `get` in
 * Python, properties in PowerShell, and dotted paths in strings.
 */
export function messageReads(script: Script): readonly MessageRead[] {
  const before = kept.get(script);
  if (before) return before;
  const own = [...languageReads(script)].sort(inOrder);
  const others = [...dottedReads(script.code)].sort(inOrder);
  let next = 0;
  const more = others.filter(({ span }) => {
    while ((own[next]?.span.end ?? span.start + 1) <= span.start) next++;
    const near = own[next];
    return near === undefined || span.start < near.span.start;
  });
  const reads = [...own, ...more].sort(inOrder);
  kept.set(script, reads);
  return reads;
}

/**
 * The fields of the alert that a script reads, in the order of the text. Variables that hold the message, the alert or a
 * part of it are followed; one that is called `alert` is taken for the alert where nothing else is known of it.
 */
export function readFields(script: Script): readonly FieldRead[] {
  return messageReads(script).flatMap(({ path: [top, alert, ...keys], span, variable }) => {
    const path = named(keys);
    return top === 'parameters' && alert === 'alert' && path !== '' ? [{ path, span, variable }] : [];
  });
}

/** The words of `<extra_args>` that a script reads. */
export function readArguments(script: Script): readonly ArgumentRead[] {
  const taken =
    script.language === 'bash'
      ? takenArguments(script.root).map(({ at, node: { start, end }, variable }) => ({
          ...{ at, span: { start, end }, variable, choice: undefined },
        }))
      : [];
  const read = messageReads(script).flatMap(({ path: [top, list, at], span, variable, choice }) =>
    top === 'parameters' && list === 'extra_args'
      ? [{ at: typeof at === 'number' && at >= 0 ? at : undefined, span, variable, choice }]
      : [],
  );
  return [...read, ...taken].sort((a, b) => a.span.start - b.span.start);
}

/** The names of a path, joined by dots, without positions in lists. */
export function named(path: Path): string {
  return path.filter((key) => typeof key === 'string').join('.');
}

function inOrder(a: MessageRead, b: MessageRead): number {
  return a.span.start - b.span.start;
}

function languageReads({ language, code, root, inside }: Script): Iterable<MessageRead> {
  switch (language) {
    case 'python':
      return pythonReads(root);
    case 'powershell':
      return powershellReads(code);
    case 'bash':
      return bashReads(root, inside);
    case 'batch':
    case 'other':
      return [];
  }
}

const dotted = /parameters\.(alert|extra_args)((?:\.[A-Za-z_]\w*|\[\d+\])*)/g;
const listed = /(['"])parameters\1\s*,\s*(['"])alert\2((?:\s*,\s*(['"])[\w-]+\4)+)/g;

/** Paths in strings, whatever the language: `dig(message, "parameters.alert.data.srcip")`. */
function* dottedReads(code: string): Iterable<MessageRead> {
  for (const match of code.matchAll(dotted)) {
    const [whole, part = '', rest = ''] = match;
    const keys = [...rest.matchAll(/\w+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
    if (part === 'alert' && keys.length === 0) continue;
    yield inText(code, match.index, whole, ['parameters', part, ...keys]);
  }
  for (const match of code.matchAll(listed)) {
    const keys = [...(match[3] ?? '').matchAll(/[\w-]+/g)].map(([key]) => key);
    yield inText(code, match.index, match[0], ['parameters', 'alert', ...keys]);
  }
}

function inText(code: string, start: number, whole: string, path: Path): MessageRead {
  const span = { start, end: start + whole.length };
  return { path, sure: true, span, variable: assignedBefore(code, start), choice: undefined };
}

/** `NAME=` or `$NAME =` at the start of the statement that `offset` stands in. */
function assignedBefore(code: string, offset: number): string | undefined {
  const line = lineBefore(code, offset);
  return /^\s*(?:(?:local|declare|readonly|export)\s+)?\$?(\w+)\s*(?::\s*[\w.[\], |]+)?=(?!=)/.exec(
    line,
  )?.[1];
}

/** How much of a line is looked at on each side of a place: a longer one was not written by hand. */
const widest = 500;

/** The line up to `offset`. */
function lineBefore(code: string, offset: number): string {
  const before = code.slice(Math.max(0, offset - widest), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}
