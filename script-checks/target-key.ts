import { isFiltered } from '../wazuh/alert';
import type { Span } from '../wazuh/span';
import { type FieldRead, readFields } from './fields-read';
import type { Edit } from './finding';
import { readingOf } from './reading';
import type { Script } from './script';
import { around, nodeAt, type SyntaxNode } from './syntax/node';
import { targets } from './targets';

/** The name that holds what a response acts on, as the text uses it. */
interface NamedTarget {
  readonly name: string;
  /** Whether Wazuh looks through all that it may hold: there is nothing in it that would end a text or a path. */
  readonly isFiltered: boolean;
}

/** What makes the target the only key of a list of keys; undefined where it is not sure which name holds it. */
export function targetAsKey(script: Script, list: Span): readonly Edit[] | undefined {
  const target = targetAt(script, list.start);
  return target && written(script, list, target);
}

/**
 * The one name that holds what the script acts on, at a place of the text: it was read above, in the same function or
 * outside of all. Of several the one that an act uses; undefined where that leaves more than one, or none.
 */
export function targetAt(script: Script, at: number): NamedTarget | undefined {
  const reads = readFields(script);
  const named = targets(reads).filter(
    (read) => read.variable !== undefined && isSeenFrom(script.root, read, at),
  );
  const used = named.filter(({ variable = '' }) => isUsedByAct(script, variable));
  const [name, ...others] = new Set((used.length > 0 ? used : named).map(({ variable = '' }) => variable));
  if (name === undefined || others.length > 0) return undefined;
  const held = reads.filter(({ variable }) => variable === name);
  return { name, isFiltered: held.every(({ path }) => isFiltered(path)) };
}

function isSeenFrom(root: SyntaxNode, { span }: FieldRead, at: number): boolean {
  if (span.end > at) return false;
  const homeOf = (place: Span) =>
    around(nodeAt(root, place), 'function_definition', 'function_statement', 'lambda');
  const home = homeOf(span);
  return home === undefined || home === homeOf({ start: at, end: at });
}

function isUsedByAct(script: Script, name: string): boolean {
  const word = new RegExp(String.raw`\b${name}\b`);
  return (readingOf(script)?.course ?? []).some(({ kind, node }) => kind === 'act' && word.test(node.text));
}

function written(script: Script, list: Span, target: NamedTarget): readonly Edit[] | undefined {
  const inside = script.text.slice(list.start, list.end);
  switch (script.language) {
    case 'python':
      return nodeAt(script.root, { start: list.start - 1, end: list.end + 1 }).type === 'list'
        ? [{ span: list, newText: target.name }]
        : undefined;
    case 'powershell':
      return /^\$\w+$/.test(inside) ? [{ span: list, newText: `$${target.name}` }] : undefined;
    case 'bash':
      return inShell(script, list, inside, target);
    case 'batch':
    case 'other':
      return undefined;
  }
}

/** The value that `jq --arg` hands on, or the one variable of a text. */
function inShell(
  { text }: Script,
  list: Span,
  inside: string,
  { name, isFiltered: isPlain }: NamedTarget,
): readonly Edit[] | undefined {
  const [whole = '', variable] = /^\$(\w+)$/.exec(inside) ?? [];
  const command = text.slice(0, list.start).search(/[^\n]*$/);
  const given = new RegExp(String.raw`--arg\s+${variable}\s+"?\$\{?(\w+)\}?`).exec(
    text.slice(command, list.start),
  );
  if (whole !== '' && given) {
    const end = command + given.index + given[0].length - (given[0].endsWith('}') ? 1 : 0);
    return [{ span: { start: end - (given[1] ?? '').length, end }, newText: name }];
  }
  // A text that is put together takes nothing that has a quotation mark in it.
  if (!isPlain) return undefined;
  const uses = [...inside.matchAll(/\$\{?(\w+)\}?/g)];
  const [use] = uses;
  if (!use || uses.length > 1 || /['"]?\s*,/.test(inside)) return undefined;
  const start = list.start + use.index + use[0].indexOf(use[1] ?? '');
  return [{ span: { start, end: start + (use[1] ?? '').length }, newText: name }];
}
