import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import type { Clause } from '../tongue';
import { actsAt } from './acts';
import { clauseAt } from './clause';
import { commandAt } from './command';
import { isInBackground } from './streams';

/** Words of a command that changes the host with which it takes back what others of its words do. */
const takesBack =
  /\s(?:-D|--delete|del|delete|-U|-u|--unlock|unbanip|-[dt]r|up|start|unmask|enable)(?=["'\s]|$)|\s--remove-/;

/** A line that is taken out of a file that blocks. */
const takesLineOut = /^(?:sudo\s+)?(?:\S*\/)?sed\s.*\s?-i.*\/etc\/hosts\.(?:deny|allow)/;

/** What takes something back in the background, after a sleep: nobody waits for it, and nobody knows of it. */
export interface LaterUndo {
  readonly node: SyntaxNode;
  /** The conditions under which it comes to this, on the way that leads there. */
  readonly clauses: readonly Clause[];
}

/** One for each way that leads to such an undo. */
export function* undoneInBackground(nodes: readonly SyntaxNode[]): Iterable<LaterUndo> {
  for (const node of nodes) {
    if (node.type !== 'command' || !isUndo(node)) continue;
    for (const { clauses, isLater } of waysTo(node, { clauses: [], slept: false, isLater: false }, []))
      if (isLater) yield { node, clauses };
  }
}

function isUndo(node: SyntaxNode): boolean {
  return takesLineOut.test(node.text) || (actsAt(node) && takesBack.test(node.text));
}

/** What was met on a way from a node to the script. */
interface Way {
  readonly clauses: readonly Clause[];
  readonly slept: boolean;
  /** Whether there was a sleep inside of what is started with `&`. */
  readonly isLater: boolean;
}

/** How many functions are followed outwards. */
const MOST = 4;

/** Climbs from a node to the script, through the functions around it to where they are called. */
function* waysTo(start: SyntaxNode, before: Way, inside: readonly SyntaxNode[]): Iterable<Way> {
  let way = before;
  for (let node = start; node.parent; node = node.parent) {
    const { parent } = node;
    const own = clauseAt(node);
    way = {
      clauses: own ? [...way.clauses, own] : way.clauses,
      isLater: way.isLater || (way.slept && isInBackground(node)),
      slept: way.slept || sleptBefore(node, parent),
    };
    if (parent.type !== 'function_definition') continue;
    if (inside.length === MOST || inside.includes(parent)) return;
    for (const call of callsOf(parent)) yield* waysTo(call, way, [...inside, parent]);
    return;
  }
  yield way;
}

const sleeps = oncePerTree((root) =>
  [...descendants(root, 'command')].filter((node) => commandAt(node)?.name === 'sleep'),
);

/** Whether there is a sleep in what is around a node, before it. */
function sleptBefore(node: SyntaxNode, { start }: SyntaxNode): boolean {
  return sleeps(node).some((sleep) => sleep.start >= start && sleep.end <= node.start);
}

const calls = oncePerTree((root) => {
  const byName = new Map<string, SyntaxNode[]>();
  for (const node of descendants(root, 'command')) {
    const name = commandAt(node)?.name;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  return byName;
});

function callsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  return calls(definition).get(child(definition, 'name')?.text ?? '') ?? [];
}
