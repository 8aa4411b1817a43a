import type { Parser } from '@vscode/tree-sitter-wasm';
import type { Parsed } from '../language';
import { copied } from './copy';
import { Machine } from './machine';
import type { SyntaxNode } from './node';

/**
 * Reads one of the files of `@vscode/tree-sitter-wasm`: `tree-sitter.wasm`, `tree-sitter-bash.wasm`.
 * @throws if it is not there: a script that cannot be read must not pass for a good one
 */
export type GrammarData = (name: string) => Uint8Array;

/**
 * Makes the tree of a text; what the grammar does not know is a node `ERROR`. undefined for a text that is too much: for
 * the parser, or for those who walk the tree. Rejects only if the grammar cannot be loaded.
 */
export type Parse = (language: Parsed, text: string) => Promise<SyntaxNode | undefined>;

/** Nobody wrote so many by hand: a script of 60 kB has as many. */
const mostNodes = 60_000;

/** ms of the processor for one text. A script of 100 kB takes 0.1 s; a text that is none may take for ever. */
const longest = 1000;

/** The library is one for the whole process, with one memory: so are its parsers, and the order in which they work. */
const parsers = new Map<Parsed, Parser>();
let ready: Promise<{ readonly library: TreeSitter; readonly machine: Machine }> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** A parser over the grammars that `data` reads; nothing is read before it is needed. */
export function parser(data: GrammarData): Parse {
  // One after the other: what is put back must not belong to a grammar that is just being loaded.
  return (language, text) => {
    const mine = turn.then(() => parse(data, language, text));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

async function parse(data: GrammarData, language: Parsed, text: string): Promise<SyntaxNode | undefined> {
  ready ??= treeSitter(data);
  const { library, machine } = await ready;
  let parser = parsers.get(language);
  if (!parser) {
    const grammar = await library.Language.load(data(`tree-sitter-${language}.wasm`));
    parser = new library.Parser();
    parser.setLanguage(grammar);
    parsers.set(language, parser);
    machine.keep();
  }
  try {
    return treeOf(parser, text);
  } catch (error) {
    machine.putBack();
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

type TreeSitter = typeof import('@vscode/tree-sitter-wasm');

async function treeSitter(data: GrammarData): Promise<{ library: TreeSitter; machine: Machine }> {
  // Node alone finds no names in this CommonJS module, and gives it whole as the default.
  const module: TreeSitter & { readonly default?: TreeSitter } = await import('@vscode/tree-sitter-wasm');
  const library = module.default ?? module;
  const machine = new Machine();
  await library.Parser.init(machine.options(data('tree-sitter.wasm')));
  return { library, machine };
}

/** @throws RuntimeError of WebAssembly if the parser's memory or stack do not suffice */
function treeOf(parser: Parser, text: string): SyntaxNode | undefined {
  const before = process.cpuUsage();
  const isOver = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 > longest;
  };
  const tree = parser.parse(text, null, { progressCallback: isOver });
  if (!tree) {
    // Else it would go on with this text when it gets the next one.
    parser.reset();
    return undefined;
  }
  const root = tree.rootNode.descendantCount > mostNodes ? undefined : copied(tree.walk(), text);
  // The tree lives in WebAssembly's memory, which nobody else clears.
  tree.delete();
  return root;
}
