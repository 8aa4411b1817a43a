import { child, childrenOf, descendants, type SyntaxNode } from '../../syntax/node';
import { commandAt, operands, said } from './command';

/**
 * Where a shell script puts a list that it keeps, and adds to elsewhere, in the place of the list that it was made of:
 * `grep -v x F > F.tmp; mv F.tmp F`. The scratch file has a fixed name: one of `mktemp` is taken for care.
 */
export function rewritesOfFile(root: SyntaxNode): readonly SyntaxNode[] {
  const written = [...descendants(root, 'file_redirect')].flatMap((redirect) => {
    const target = child(redirect, 'destination');
    return target && writesAnew(redirect) ? [{ redirect, name: plain(target) }] : [];
  });
  return [...descendants(root, 'command')].filter((node) => {
    const command = commandAt(node);
    const [from, to, more] = command?.name === 'mv' ? operands(command.words) : [];
    if (!from || !to || more || isOfItsOwn(plain(from), root) || !isAddedTo(plain(to), root)) return false;
    return written.some(
      ({ redirect, name }) =>
        name === plain(from) && redirect.start < node.start && reads(redirect, plain(to)),
    );
  });
}

/** Where a shell script writes a scratch file that has the same name for each start, and reads it again: `> /tmp/x.txt`. */
export function sharedScratchFiles(root: SyntaxNode): readonly SyntaxNode[] {
  const commands = [...descendants(root, 'command', 'redirected_statement')];
  return [...descendants(root, 'file_redirect')].filter((redirect) => {
    const target = child(redirect, 'destination');
    const name = target && said(target);
    if (!name || !/^\/(?:var\/)?tmp\/\w[^$]*$/.test(name) || !writesAnew(redirect)) return false;
    return commands.some((node) => node.start > redirect.end && takesIn(node, name));
  });
}

function isAddedTo(file: string, root: SyntaxNode): boolean {
  return [...descendants(root, 'file_redirect')].some((redirect) => {
    const target = child(redirect, 'destination');
    return (
      target !== undefined && plain(target) === file && redirect.children.some(({ type }) => type === '>>')
    );
  });
}

function writesAnew(redirect: SyntaxNode): boolean {
  return redirect.children.some(({ type }) => type === '>');
}

/** Whether a command reads a file: one of its words, or its stdin, is the file. */
function takesIn(node: SyntaxNode, file: string): boolean {
  const command = commandAt(node);
  const reads = command && !/^(?:rm|echo|printf|touch|test|\[|mkdir|chmod|chown|logger)$/.test(command.name);
  return [...inputs(node), ...(reads ? command.words : [])].some((word) => said(word) === file);
}

/** The files that a statement is given as stdin. */
function inputs(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node, 'redirect')
    .filter(({ children }) => children.some(({ type }) => type === '<'))
    .flatMap((each) => child(each, 'destination') ?? []);
}

/** Whether what writes through a redirection reads a file. */
function reads(redirect: SyntaxNode, file: string): boolean {
  const statement = redirect.parent;
  if (!statement) return false;
  return [...descendants(statement, 'command', 'redirected_statement')].some((node) =>
    [...childrenOf(node, 'argument'), ...inputs(node)].some((word) => plain(word) === file),
  );
}

function plain({ text }: SyntaxNode): string {
  return text.replace(/["'{}]/g, '');
}

/** Whether a name is another one for each start. */
function isOfItsOwn(name: string, root: SyntaxNode): boolean {
  if (/\$\$|\$RANDOM|\$BASHPID|\$\(/.test(name)) return true;
  const variable = /^\$(\w+)/.exec(name)?.[1];
  return [...descendants(root, 'variable_assignment')].some(
    (node) => child(node, 'name')?.text === variable && /mktemp|\$\$|\$RANDOM|\$BASHPID/.test(node.text),
  );
}
