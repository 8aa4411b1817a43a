import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';

/** The call that a node is: `os.system(x)` has the name `os.system`, the values given by place and those by name. */
export interface PythonCall {
  readonly node: SyntaxNode;
  /** As it is written: `sys.stdin.readline`; of a longer chain the last name with a dot before it. */
  readonly name: string;
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
}

export function callAt(node: SyntaxNode): PythonCall | undefined {
  if (node.type !== 'call') return undefined;
  const [target, list] = [child(node, 'function'), child(node, 'arguments')];
  if (!target || !list) return undefined;
  const named = new Map<string, SyntaxNode>();
  const positional: SyntaxNode[] = [];
  for (const each of list.children) {
    if (each.type === 'keyword_argument') {
      const [name, value] = [child(each, 'name')?.text, child(each, 'value')];
      if (name !== undefined && value) named.set(name, value);
    } else if (!/^[(),]$/.test(each.type) && each.type !== 'comment') positional.push(each);
  }
  return { node, name: dotted(target), positional, named };
}

/** `os.path.join`; where something else than a name stands before the dot, only what is behind it: `.strip`. */
export function dotted(node: SyntaxNode): string {
  if (node.type === 'identifier') return node.text;
  if (node.type !== 'attribute') return '';
  const [object, name] = [child(node, 'object'), child(node, 'attribute')];
  return `${object ? dotted(object) : ''}.${name?.text ?? ''}`;
}

/** What stands behind the last dot of a name. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The items of `a, b`; of anything else itself. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return /^(?:pattern_list|expression_list|tuple|tuple_pattern)$/.test(node.type)
    ? node.children.filter(({ type }) => !/^[(),]$/.test(type))
    : [node];
}

/** The text of a string, without quotes; undefined where something is put into it, and for everything else. */
export function literal(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'concatenated_string') {
    const parts = node.children.filter(({ type }) => type === 'string').map(literal);
    return parts.includes(undefined) ? undefined : parts.join('');
  }
  if (node?.type !== 'string' || node.children.some(({ type }) => type === 'interpolation')) return undefined;
  return node.children
    .filter(({ type }) => type === 'string_content')
    .map(({ text }) => text)
    .join('');
}

/** As `literal`, and of a name that the script gives one string, that string: `DENY = "/etc/hosts.deny"`. */
export function stringValue(node: SyntaxNode | undefined): string | undefined {
  return literal(node) ?? (node?.type === 'identifier' ? strings(node).get(node.text) : undefined);
}

const strings = oncePerTree((root): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const settled = new Set<string>();
  for (const { name, value } of [...descendants(root, 'assignment')].flatMap(assigned)) {
    const text = literal(value);
    if (text !== undefined && (!settled.has(name) || found.get(name) === text)) found.set(name, text);
    else found.delete(name);
    settled.add(name);
  }
  return found;
});

/** What an assignment gives to each name, for `A = x` and `A, B = x, y`. */
function assigned(node: SyntaxNode): readonly { readonly name: string; readonly value: SyntaxNode }[] {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (!left || !right) return [];
  const [names, values] = [parts(left), parts(right)];
  if (names.length !== values.length) return [];
  return names.flatMap(({ type, text: name }, at) => {
    const value = values[at];
    return type === 'identifier' && value ? [{ name, value }] : [];
  });
}

/** Whether a node is the script's stdin: `sys.stdin`, `sys.stdin.buffer`, `open(0)`. */
export function isStdin(node: SyntaxNode | undefined): boolean {
  if (!node) return false;
  const name = dotted(node);
  if (/^(?:sys\.)?stdin(?:\.buffer)?$/.test(name)) return true;
  const call = callAt(node);
  if (!call) return false;
  if (/^(?:io\.)?TextIOWrapper$/.test(call.name) || call.name === 'iter') return isStdin(call.positional[0]);
  return (
    /^(?:io\.)?open$|^os\.fdopen$/.test(call.name) &&
    (call.positional[0]?.text === '0' ||
      literal(call.positional[0]) === '/dev/stdin' ||
      isFileNumber(call.positional[0]))
  );
}

function isFileNumber(node: SyntaxNode | undefined): boolean {
  return node !== undefined && /^(?:sys\.)?stdin\.fileno$/.test(callAt(node)?.name ?? '');
}
