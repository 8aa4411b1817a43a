import { byPattern, type Extraction } from '../../raw-message/extraction';
import { asJavaScript } from '../../raw-message/pattern';
import { around, child, descendants, type SyntaxNode, within } from '../../syntax/node';
import { callAt, lastName, literal, type PythonCall } from './expression';
import { readAt } from './stdin';

/** Calls that make something else of a text than a text. */
const reads = /^(?:loads?|parse|safe_load)$/;

/** What a Python script takes out of the whole message with a regular expression. */
export function pythonExtractions(root: SyntaxNode): readonly Extraction[] {
  const messages = messageNames(root);
  const compiled = patterns(root);
  return [...descendants(root, 'call')].flatMap((node): readonly Extraction[] => {
    const call = callAt(node);
    const found = call && searched(call, compiled);
    if (!found || !isMessage(found.text, messages)) return [];
    return [{ node, variable: nameOf(node, root), take: byPattern(asJavaScript(found.pattern, 'extended')) }];
  });
}

interface Searched {
  readonly pattern: string;
  readonly text: SyntaxNode | undefined;
}

/** `re.search(pattern, text)`, or the same of a compiled one. */
function searched(
  { node, name, positional }: PythonCall,
  compiled: ReadonlyMap<string, string>,
): Searched | undefined {
  if (!/^(?:search|findall|finditer)$/.test(lastName(name))) return undefined;
  const owner = child(child(node, 'function'), 'object')?.text ?? '';
  const [first, second] = positional;
  const pattern = owner === 're' ? (literal(first) ?? compiled.get(first?.text ?? '')) : compiled.get(owner);
  return pattern === undefined ? undefined : { pattern, text: owner === 're' ? second : first };
}

/** Names that are given a pattern, compiled or not. */
function patterns(root: SyntaxNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of descendants(root, 'assignment')) {
    const [left, right] = [child(node, 'left'), child(node, 'right')];
    const call = right && callAt(right);
    const text =
      literal(right) ?? (call && lastName(call.name) === 'compile' ? literal(call.positional[0]) : undefined);
    if (left && text !== undefined) found.set(left.text, text);
  }
  return found;
}

/** Names that hold the line as it was read. */
function messageNames(root: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(root, 'assignment')) {
    const [left, right] = [child(node, 'left'), child(node, 'right')];
    if (left && right && isMessage(right, names)) names.add(left.text);
  }
  return names;
}

/** Whether a value is the line, or the line without the blanks around it. */
function isMessage(value: SyntaxNode | undefined, names: ReadonlySet<string>): boolean {
  if (!value) return false;
  if (names.has(value.text)) return true;
  const calls = [...descendants(value, 'call')];
  if (calls.some((node) => reads.test(lastName(callAt(node)?.name ?? '')))) return false;
  return (
    calls.some(readAt) ||
    [...descendants(value, 'identifier')].some(
      ({ text, parent }) =>
        names.has(text) && /^(?:call|attribute)$/.test(parent?.type ?? '') && value.type === 'call',
    )
  );
}

/** The name that a match gets, or what is taken from it: `m = re.search(…)`, `ip = m.group(0)`. */
function nameOf(call: SyntaxNode, root: SyntaxNode): string | undefined {
  const assignment = around(call, 'assignment', 'named_expression');
  const name = child(assignment, 'left')?.text ?? child(assignment, 'name')?.text;
  if (name === undefined) return undefined;
  const taken = [...descendants(root, 'assignment')].find(
    (node) =>
      !within(call, node) &&
      new RegExp(`\\b${name}\\.group\\(|\\b${name}\\[`).test(child(node, 'right')?.text ?? ''),
  );
  return (taken && child(taken, 'left')?.text) ?? name;
}
