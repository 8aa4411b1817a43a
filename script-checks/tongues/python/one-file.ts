import type { Edit } from '../../finding';
import { child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, literal, type PythonCall, stringValue } from './expression';

/** A file of a fixed name that a script writes anew for each response, and removes when one is undone. */
export interface OneFile {
  /** The call that opens it for writing. */
  readonly open: SyntaxNode;
  /** The values that stand for its path where it is opened, looked for or removed. */
  readonly uses: readonly SyntaxNode[];
  /** Whether its path is handed to something else as well. */
  readonly more: boolean;
}

/** The files that all targets of a Python script share: what is read again, or appended to, may hold several. */
export function filesForAll(root: SyntaxNode): readonly OneFile[] {
  const calls = [...descendants(root, 'call')].flatMap((node) => callAt(node) ?? []);
  const byPath = new Map<string, PythonCall[]>();
  for (const call of calls) {
    const path = stringValue(call.positional[0]);
    if (path?.startsWith('/')) byPath.set(path, [...(byPath.get(path) ?? []), call]);
  }
  return [...byPath.values()].flatMap((about) => {
    const opened = about.filter(({ name }) => name === 'open');
    const [first] = opened;
    const isWritten = opened.every((call) => /^[wx]t?$/.test(modeOf(call)));
    const isRemoved = about.some(({ name }) => /^os\.(?:remove|unlink)$/.test(name));
    if (!first || !isWritten || !isRemoved) return [];
    const uses = about
      .filter(({ name }) => onPaths.test(name))
      .flatMap(({ positional }) => positional[0] ?? []);
    return [{ open: first.node, uses, more: uses.length < about.length }];
  });
}

function modeOf({ positional, named }: PythonCall): string {
  return literal(positional[1] ?? named.get('mode')) ?? 'r';
}

const onPaths = /^open$|^os\.(?:remove|unlink)$|^os\.path\.(?:exists|isfile)$/;

/**
 * What gives each target a file of its own, with the target in its name.
 * @param targetAt the name that holds the target at a place of the text; undefined where none does
 */
export function oneForEach(
  { uses, more }: OneFile,
  root: SyntaxNode,
  targetAt: (place: SyntaxNode) => string | undefined,
): readonly Edit[] | undefined {
  if (more) return undefined;
  const edits = uses.map((use) => named(use, root, targetAt));
  const known = edits.flatMap((edit) => edit ?? []);
  if (known.length < edits.length) return undefined;
  // A name that is given to its file once is used more than once.
  return [...new Map(known.map((edit) => [edit.span.start, edit])).values()];
}

function named(
  use: SyntaxNode,
  root: SyntaxNode,
  targetAt: (place: SyntaxNode) => string | undefined,
): Edit | undefined {
  const value = use.type === 'identifier' ? givenTo(use.text, root) : use;
  const target = value && targetAt(value);
  if (value && target !== undefined) return inString(value, target);
  const here = use.type === 'identifier' ? targetAt(use) : undefined;
  return here === undefined ? undefined : { span: use, newText: `f"{${use.text}}-{${here}}"` };
}

function givenTo(name: string, root: SyntaxNode): SyntaxNode | undefined {
  const found = [...descendants(root, 'assignment')].find((node) => child(node, 'left')?.text === name);
  return child(found, 'right');
}

/** A text with a target in it: before the ending of the file's name. */
function inString(value: SyntaxNode, target: string): Edit | undefined {
  const [, quote, path = ''] = /^(["'])(\/[^{}\\"'\n]*)\1$/.exec(value.text) ?? [];
  if (quote === undefined) return undefined;
  const [, start = '', ending = ''] = /^(.*?)(\.\w+)?$/.exec(path) ?? [];
  return { span: value, newText: `f${quote}${start}-{${target}}${ending}${quote}` };
}
