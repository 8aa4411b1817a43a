import type { Parser } from '@vscode/tree-sitter-wasm';
import type { Parsed } from '../language';
import { copied } from './copy';
import type { SyntaxNode } from './node';

/**
 * Reads one of the files of `@vscode/tree-sitter-wasm`: `tree-sitter.wasm`, `tree-sitter-bash.wasm`.
 * @throws if it is not there: a script that cannot be read must not pass for a good one
 */
export type GrammarData = (name: string) => Uint8Array;

/** Makes the tree of a text. Cannot fail: what the grammar does not know is a node `ERROR`. */
export type Parse = (text: string) => SyntaxNode;

/** The parser of a language, made on the first call and kept. Rejects if its grammar cannot be loaded. */
export type Parsers = (language: Parsed) => Promise<Parse>;

/** Parsers over the grammars that `data` reads; nothing is read before it is needed. */
export function parsers(data: GrammarData): Parsers {
  const made = new Map<string, Promise<Parse>>();
  let ready: Promise<TreeSitter> | undefined;
  return (language) => {
    ready ??= treeSitter(data);
    const kept =
      made.get(language) ?? ready.then((library) => parser(library, data(`tree-sitter-${language}.wasm`)));
    made.set(language, kept);
    return kept;
  };
}

type TreeSitter = typeof import('@vscode/tree-sitter-wasm');

async function treeSitter(data: GrammarData): Promise<TreeSitter> {
  // Node alone finds no names in this CommonJS module, and gives it whole as the default.
  const module: TreeSitter & { readonly default?: TreeSitter } = await import('@vscode/tree-sitter-wasm');
  const library = module.default ?? module;
  // Emscripten takes the bytes as well as a place to look for them; the types know the place alone.
  const options = { wasmBinary: data('tree-sitter.wasm'), locateFile: (name: string) => name };
  await library.Parser.init(options);
  return library;
}

async function parser({ Language, Parser }: TreeSitter, grammar: Uint8Array): Promise<Parse> {
  const parser: Parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('the parser was stopped');
    // The tree lives in WebAssembly's memory, which nobody else clears.
    try {
      return copied(tree.walk(), text);
    } finally {
      tree.delete();
    }
  };
}
