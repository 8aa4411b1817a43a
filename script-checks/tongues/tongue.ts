import type { Edit } from '../finding';
import type { SyntaxNode } from '../syntax/node';

/** A function that a script defines. */
export interface Defined {
  readonly name: string;
  /** Whether it belongs to a class, and so is called of an object. */
  readonly isMethod?: boolean;
  readonly body: SyntaxNode;
  /** Names of its parameters in their order: `ip`; in the shell `1`, `2`. */
  readonly parameters: readonly string[];
}

/** A call of a function or a program. */
export interface Call {
  /** Without what it belongs to: `os.system` is `system`. */
  readonly name: string;
  /** What it is called of, if not by itself: `blocked.add(ip)`, `logging.disable()`. */
  readonly of?: 'object' | 'module';
  readonly arguments: readonly SyntaxNode[];
}

/** A value that gets a name. */
export interface Assignment {
  readonly names: readonly string[];
  readonly value: SyntaxNode;
}

/** A part that is run only under a condition. */
export interface Clause {
  /** What decides: parts of the same branch exclude each other. */
  readonly branch: SyntaxNode;
  /** What tells this part from the others of the branch. */
  readonly key: SyntaxNode;
  /** The text of the condition. */
  readonly condition: string;
  /** Whether the part ends the function or the script. */
  readonly leaves: boolean;
}

/** A read of the script's stdin. */
export interface StdinRead {
  readonly node: SyntaxNode;
  /** One line, or until the stream ends. */
  readonly how: 'line' | 'to end';
  /** What makes a read to the end one of a line, where that is sure to be right. */
  readonly oneLine?: readonly Edit[];
}

/** A write to the script's stdout. */
export interface Output {
  readonly node: SyntaxNode;
  /** What makes it one to stderr, where that is sure to be right. */
  readonly toStderr?: readonly Edit[];
}

/** A text that something takes for code: what `eval`, `sh -c` or `shell=True` gets. */
export interface Code {
  readonly node: SyntaxNode;
  /** Who runs it: `eval`, `os.system`. */
  readonly runner: string;
}

/** A call that waits for somebody else, for as long as that takes. */
export interface EndlessWait {
  readonly node: SyntaxNode;
  /** Who waits: `curl`, `requests.post`. */
  readonly caller: string;
  /** What gives it a limit, where that is sure to be right. */
  readonly limit: readonly Edit[];
}

/** What the checks ask of a language. Each answer is about the node itself, not about what lies in it. */
export interface Tongue {
  /** How to read one line, for messages. */
  readonly readLine: string;
  definition(node: SyntaxNode): Defined | undefined;
  call(node: SyntaxNode): Call | undefined;
  assignment(node: SyntaxNode): Assignment | undefined;
  /** The name of the variable that a node uses. */
  variable(node: SyntaxNode): string | undefined;
  /** The children of a node in the order in which they are run, where that is not the order of the text. */
  inTurn?(node: SyntaxNode): readonly SyntaxNode[] | undefined;
  /** The condition under which `node`, a child of its parent, is run. */
  clause(node: SyntaxNode): Clause | undefined;
  read(node: SyntaxNode): StdinRead | undefined;
  output(node: SyntaxNode): Output | undefined;
  /** What it takes for code. */
  code(node: SyntaxNode): readonly Code[];
  /** Whether it changes the host: blocks, removes, kills, locks. */
  acts(node: SyntaxNode): boolean;
  /** Whether a call makes its arguments harmless, or refuses those that are not. */
  sanitizes(call: Call): boolean;
  /** Variables that a node has looked through: a match against a pattern. */
  validated(node: SyntaxNode): readonly string[];
}
