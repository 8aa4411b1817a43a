import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, lastName, literal } from './expression';

/** Where a Python script writes a file anew that it has read as JSON: `json.load(open(F))`, `json.dump(x, open(F, "w"))`. */
export function rewritesOfFile(root: SyntaxNode): readonly SyntaxNode[] {
  const opened = [...descendants(root, 'call')].flatMap((node) => {
    const call = callAt(node);
    const [file] = call?.positional ?? [];
    if (call?.name !== 'open' || !file) return [];
    const mode = literal(call.positional[1] ?? call.named.get('mode')) ?? 'r';
    return [{ node, file: file.text, mode, use: useOf(node) }];
  });
  const read = new Set(
    opened.flatMap(({ file, mode, use }) => (/^r?[bt]?$/.test(mode) && use.has('load') ? file : [])),
  );
  return opened
    .filter(({ file, mode, use }) => mode.startsWith('w') && use.has('dump') && read.has(file))
    .map(({ node }) => node);
}

/** The names of the calls that get an open file: by the name that `with` gives it, or straight. */
function useOf(open: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const outer =
    open.parent?.type === 'argument_list' && open.parent.parent ? callAt(open.parent.parent) : undefined;
  if (outer) names.add(lastName(outer.name));
  const name = open.parent?.type === 'as_pattern' ? child(open.parent, 'alias')?.text : undefined;
  const block = around(open, 'with_statement');
  if (name === undefined || !block) return names;
  for (const node of descendants(block, 'call')) {
    const call = callAt(node);
    if (call?.positional.some(({ text }) => text === name)) names.add(lastName(call.name));
  }
  return names;
}
