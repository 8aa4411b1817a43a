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

/** A finding that the text alone shows: it always has its place. `evidence` is the line of the script, trimmed. */
export interface StaticFinding extends Finding {
  readonly line: number;
  readonly span: Span;
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
