import { child, type SyntaxNode } from '../../syntax/node';

/** The name of the command that a node is, in small letters; of `& "C:\…\cmd.exe"` too, without its folder: `cmd.exe`. */
export function commandName(node: SyntaxNode): string | undefined {
  if (node.type !== 'command') return undefined;
  const name = child(node, 'command_name')?.text.toLowerCase();
  return name === undefined ? undefined : (/([^\\/]+?)["']?$/.exec(name)?.[1] ?? name);
}

/** What stands behind the name. */
export function words(node: SyntaxNode): readonly SyntaxNode[] {
  return (
    child(node, 'command_elements')?.children.filter(({ type }) => type !== 'command_argument_sep') ?? []
  );
}

/** What is given for a parameter: `-ArgumentList`, `-Args`. */
export function given(node: SyntaxNode, parameter: RegExp): readonly SyntaxNode[] {
  const all = words(node);
  const at = all.findIndex(({ type, text }) => type === 'command_parameter' && parameter.test(text));
  if (at === -1) return [];
  const end = all.findIndex(({ type }, index) => index > at && type === 'command_parameter');
  return all.slice(at + 1, end === -1 ? all.length : end);
}
