import type { Span } from '../wazuh/span';
import { readingOf } from './reading';
import type { Script } from './script';
import { type SyntaxNode, within } from './syntax/node';

/**
 * What a script passes for a name at a place, where the name is a parameter of the function around it (in the shell `1`,
 * `2`): one value for each call. Empty where it is none.
 */
export function passedFor(script: Script, name: string, place: Span): readonly SyntaxNode[] {
  const { nodes = [], tongue } = readingOf(script) ?? {};
  const inner = nodes
    .flatMap((node) => tongue?.definition(node) ?? [])
    .findLast(({ body }) => within(place, body));
  // `$1` of one function is not that of another.
  const at = inner?.parameters.findIndex((each) => each === name || each === `${inner.name}:${name}`) ?? -1;
  if (!inner || at === -1) return [];
  return nodes.flatMap((node) => {
    const call = tongue?.call(node);
    return (call?.name === inner.name && call.arguments[at]) || [];
  });
}
