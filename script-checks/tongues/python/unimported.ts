import { descendants, type SyntaxNode } from '../../syntax/node';

/** A module that is used and never imported, and the first place where it is. */
export interface Unimported {
  readonly name: string;
  readonly node: SyntaxNode;
}

/** Modules that responses use. Any other name may be a variable that comes from somewhere else. */
const modules: ReadonlySet<string> = new Set(
  'datetime hashlib ipaddress json logging os pathlib platform random re requests shutil signal socket subprocess sys tempfile threading time urllib'.split(
    ' ',
  ),
);

/** Modules of which a script uses a part, `os.remove`, and that nothing in it imports, nor gives any other value. */
export function unimported(root: SyntaxNode): readonly Unimported[] {
  const first = new Map<string, SyntaxNode>();
  const bound = new Set<string>();
  for (const node of descendants(root, 'identifier', 'wildcard_import')) {
    // What comes with a star may be anything.
    if (node.type === 'wildcard_import') return [];
    const { text, parent } = node;
    if (!modules.has(text)) continue;
    if (namesOnly(parent)) continue;
    // A name that stands anywhere but in front of a dot, or behind it, may get a value there.
    if (parent?.type !== 'attribute') bound.add(text);
    else if (node.field === 'object' && !first.has(text)) first.set(text, node);
  }
  return [...first].flatMap(([name, node]) => (bound.has(name) ? [] : [{ name, node }]));
}

/** `from time import sleep` and `import time as t` name a module, and give its name to nothing. */
function namesOnly(module: SyntaxNode | undefined): boolean {
  if (module?.type !== 'dotted_name') return false;
  return module.field === 'module_name' || module.parent?.type === 'aliased_import';
}
