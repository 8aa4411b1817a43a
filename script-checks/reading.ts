import { type AttackersWords, attackersWords } from './attacker';
import { course, type Moment } from './course';
import { type FieldRead, readFields } from './fields-read';
import { isParsed } from './language';
import type { Script } from './script';
import { spread } from './spread';
import { descendants, type SyntaxNode } from './syntax/node';
import { tongues } from './tongues';
import type { StdinRead, Tongue } from './tongues/tongue';

/** What a script does, as far as its text tells: what the checks look at. */
export interface Reading {
  readonly tongue: Tongue;
  /** Every node of the tree, in the order of the text. */
  readonly nodes: readonly SyntaxNode[];
  readonly fields: readonly FieldRead[];
  readonly reads: readonly StdinRead[];
  /** What it does, from the first line to the last. */
  readonly course: readonly Moment[];
  readonly attacker: AttackersWords;
}

const kept = new WeakMap<Script, Reading>();

/** The reading of a script, made once; undefined for a language that is not read. */
export function readingOf(script: Script): Reading | undefined {
  const { language, root } = script;
  if (!isParsed(language)) return undefined;
  const before = kept.get(script);
  if (before) return before;
  const tongue = tongues[language];
  const fields = readFields(script);
  const nodes = [...descendants(root)];
  const reading: Reading = {
    tongue,
    nodes,
    fields,
    reads: nodes.flatMap((node) => tongue.read(node) ?? []),
    course: course(root, tongue, keysIn(script, tongue)),
    attacker: attackersWords(script, tongue, fields),
  };
  kept.set(script, reading);
  return reading;
}

/** Whether what a node prints is the `check_keys` message: as a text, or by a name or a function that holds it. */
function keysIn({ root, code }: Script, tongue: Tongue): (node: SyntaxNode) => boolean {
  const says = ({ start, end }: SyntaxNode) => code.slice(start, end).includes('check_keys');
  if (!says(root)) return () => false;
  const { uses } = spread(root, tongue, says);
  const makers = new Set(
    [...descendants(root)]
      .flatMap((node) => tongue.definition(node) ?? [])
      .filter(({ body }) => says(body) && ![...descendants(body)].some((node) => tongue.output(node)))
      .map(({ name }) => name),
  );
  return (node) =>
    says(node) ||
    uses(node).length > 0 ||
    [...descendants(node)].some((each) => makers.has(tongue.call(each)?.name ?? ''));
}
