import { descendants, type SyntaxNode } from './syntax/node';
import type { Tongue } from './tongues/tongue';

/** How often assignments are gone through: names are seldom handed on more often than that. */
const rounds = 5;

/**
 * Follows what some expressions hold through a script: the names that they are assigned to, the parameters that they
 * are passed for, the functions that return them. The order of the text does not count, nor do conditions.
 * @param holds whether a value holds it by itself
 * @param loses whether a use of a name inside a value leaves nothing of it
 * @returns the nodes below an expression by which it holds it
 */
export function spread(
  root: SyntaxNode,
  tongue: Tongue,
  holds: (value: SyntaxNode) => boolean,
  loses: (use: SyntaxNode, value: SyntaxNode) => boolean = () => false,
): { readonly names: ReadonlySet<string>; readonly uses: (value: SyntaxNode) => readonly SyntaxNode[] } {
  const nodes = [...descendants(root)];
  const assignments = nodes.flatMap((node) => tongue.assignment(node) ?? []);
  const functions = new Map(
    nodes.flatMap((node) => tongue.definition(node) ?? []).map((each) => [each.name, each]),
  );
  const passed = nodes.flatMap((node) => {
    const call = tongue.call(node);
    const parameters = functions.get(call?.name ?? '')?.parameters ?? [];
    return (call?.arguments ?? []).flatMap((value, at) => {
      const name = parameters[at];
      return name === undefined ? [] : [{ names: [name], value }];
    });
  });
  const names = new Set<string>();
  const uses = (value: SyntaxNode) =>
    [...descendants(value)].filter((node) => {
      const name = tongue.variable(node);
      return name !== undefined && names.has(name) && !loses(node, value);
    });
  for (let round = 0, before = -1; round < rounds && names.size > before; round++) {
    before = names.size;
    for (const { names: given, value } of [...assignments, ...passed]) {
      if (given.every((name) => names.has(name))) continue;
      if (holds(value) || uses(value).length > 0) for (const name of given) names.add(name);
    }
  }
  return { names, uses };
}
