import type { Span } from '../wazuh/span';
import { accessChains } from './access-chain';
import type { Script } from './script';
import { bashFields } from './tongues/bash/fields';
import { pythonFields } from './tongues/python/fields';

/** One place where a script reads a field of the alert. */
export interface FieldRead {
  /** From the alert down, joined by dots: `data.srcip`. Positions in lists are left out. */
  readonly path: string;
  readonly span: Span;
  /** The variable that the value is assigned to, where the text says so. */
  readonly variable: string | undefined;
}

/**
 * The fields of the alert that a script reads, in the order of the text: jq filters in bash, subscripts and `get` in
 * Python, properties in PowerShell, and dotted paths in strings. Variables that hold the alert or a part of it are
 * followed from top to bottom; a variable called `alert` is taken for the alert.
 */
export function readFields(script: Script): readonly FieldRead[] {
  const own = [...languageReads(script)].filter(({ path }) => path !== '');
  const others = [...dottedReads(script.code)].sort(inOrder);
  let next = 0;
  const more = others.filter(({ span }) => {
    while ((own[next]?.span.end ?? span.start + 1) <= span.start) next++;
    const near = own[next];
    return near === undefined || span.start < near.span.start;
  });
  return [...own, ...more].sort(inOrder);
}

function inOrder(a: FieldRead, b: FieldRead): number {
  return a.span.start - b.span.start;
}

function languageReads({ language, code, root }: Script): Iterable<FieldRead> {
  switch (language) {
    case 'python':
      return pythonFields(root);
    case 'powershell':
      return chainReads(code, powershell);
    case 'bash':
      return bashFields(root);
    case 'other':
      return [];
  }
}

interface Chains {
  readonly root: RegExp;
  /** What stands before a chain that is assigned: its first group is the variable. */
  readonly assignment: RegExp;
}

const powershell: Chains = { root: /\$(?:\w+:)?(\w+)/g, assignment: /\$(?:\w+:)?(\w+)\s*=\s*\(*$/ };

function* chainReads(code: string, { root, assignment }: Chains): Iterable<FieldRead> {
  /** What a variable holds, as names from the message down: `alert` is parameters, alert. */
  const holds = new Map<string, readonly string[]>();
  for (const chain of accessChains(code, root)) {
    const variable = assignment.exec(code.slice(Math.max(0, chain.span.start - 120), chain.span.start))?.[1];
    const full = fromMessage(chain.root, chain.names, holds);
    if (full && variable) holds.set(variable, full);
    // A bare variable is a use of what was read before, not another read.
    if (full?.[1] === 'alert' && chain.names.length > 0)
      yield { path: full.slice(2).join('.'), span: chain.span, variable };
  }
}

function fromMessage(
  root: string,
  names: readonly string[],
  holds: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const parameters = names.indexOf('parameters');
  if (parameters !== -1) return names.slice(parameters);
  const held = holds.get(root);
  if (held) return [...held, ...names];
  if (root === 'parameters') return [root, ...names];
  return root === 'alert' ? ['parameters', root, ...names] : undefined;
}

const dotted = /parameters\.alert((?:\.[A-Za-z_]\w*)+)/g;
const listed = /(['"])parameters\1\s*,\s*(['"])alert\2((?:\s*,\s*(['"])[\w-]+\4)+)/g;

/** Paths in strings, whatever the language: `dig(message, "parameters.alert.data.srcip")`. */
function* dottedReads(code: string): Iterable<FieldRead> {
  for (const pattern of [dotted, listed]) {
    for (const match of code.matchAll(pattern)) {
      const path = [...(match[3] ?? match[1] ?? '').matchAll(/[\w-]+/g)].join('.');
      const span = { start: match.index, end: match.index + match[0].length };
      yield { path, span, variable: assignedBefore(code, match.index) };
    }
  }
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
