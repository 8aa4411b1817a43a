import type { Configuration } from '../../wazuh/model';
import type { Span } from '../../wazuh/span';
import type { Context } from './context';

/**
 * How bad it is. error: Wazuh refuses to start. warning: Wazuh starts but does not do what the text says.
 * information: portable XML, style, deprecations. hint: could be nicer.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement in the text of the file that was checked. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that makes the diagnostic go away. `preferred` where it is the one that nearly everybody wants. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** Another place of the same file that explains the diagnostic. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a check found at one place. */
export interface Problem {
  readonly span: Span;
  /** What Wazuh will do, in its own words and number where it has any, then what it means and what to do. */
  readonly message: string;
  /** Where one check covers several reactions of Wazuh: this place's severity and message number instead of the check's. */
  readonly severity?: Severity;
  readonly wazuh?: string | null;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Drawn faded or struck out by the editor (LSP 3.17, DiagnosticTag). */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/**
 * A snippet for the docs and the tests: the code must be reported in `bad`, between ⟦ and ⟧, and not in `good`.
 * Without a root it is part of a manager's file in which the stock commands are defined above it.
 */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** What must be known besides the snippet, where it is not a manager of 4.14 with no script in the workspace. */
  readonly given?: Partial<Pick<Context, 'version' | 'scripts'>>;
}

/**
 * One diagnostic: its header makes the docs page, the SARIF rule and a test; `run` finds its problems.
 * A file in this folder holds one check and exports it under the camel-case form of its code.
 */
export interface Check {
  /** Kebab case, stable for ever: people switch codes off and link to them. */
  readonly code: string;
  readonly severity: Severity;
  /** Wazuh's message number (`1303`), or null where Wazuh says nothing. */
  readonly wazuh: string | null;
  /**
   * For a silent trap: a sentence that says why Wazuh keeps quiet. A check without it speaks of what Wazuh says itself,
   * or of style.
   */
  readonly silent?: string;
  /** A few words, as a heading. */
  readonly title: string;
  /** Markdown, a paragraph or two: what Wazuh does, why, and what to do instead. With the source of the fact. */
  readonly explanation: string;
  /** The first release that behaves so, as far back as was looked at. */
  readonly since: string;
  readonly example: Example;
  run(configuration: Configuration, context: Context): Iterable<Problem>;
}

/** A problem with its check's code and severity: what `check` returns and the editor shows. */
export interface Diagnostic extends Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly wazuh: string | null;
}
