import type { Span } from '../wazuh/span';

/** A thing that is wrong with a script. docs/findings explains each code. */
export interface Finding {
  /** Kebab case, stable for ever: `reads-to-eof`. */
  readonly code: string;
  /** What happens and what to do instead. */
  readonly message: string;
  /** What was seen: a line of the conversation, a path, a line of the script. */
  readonly evidence: string;
  /** Zero-based line of the script, where known. */
  readonly line?: number;
  readonly seen: 'in the text' | 'in a run';
}

/** One replacement in the text of a script. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that makes the finding go away. `preferred` where it is the one that nearly everybody wants. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** A finding that the text alone shows: it always has its place. `evidence` is the line of the script, trimmed. */
export interface StaticFinding extends Finding {
  readonly line: number;
  readonly span: Span;
  /** Changes that are surely right. */
  readonly fixes?: readonly Fix[];
  readonly seen: 'in the text';
}

/** What the docs say of a code. */
export interface FindingHeader {
  readonly code: string;
  /** A few words, as a heading. */
  readonly title: string;
  /** Markdown, a paragraph or two: what Wazuh does, why it hurts, and what to do instead. */
  readonly explanation: string;
}
