import type { Span } from '../../wazuh/span';
import type { FindingHeader, Fix } from '../finding';
import type { Knowledge } from '../knowledge';
import type { Language } from '../language';
import type { Script } from '../script';

/** What a check found at one place of the text. */
export interface ScriptProblem {
  readonly span: Span;
  /** What happens, then what to do. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** A snippet for the docs and the tests: reported between ⟦ and ⟧ in `bad`, not at all in `good`. */
export interface ScriptExample {
  readonly language: Language;
  readonly bad: string;
  readonly good: string;
}

/**
 * One thing that a script's text can show to be wrong. A file in this folder holds one check and exports it under the
 * camel-case form of its code; its header makes the docs page, and its example a test.
 */
export interface ScriptCheck extends FindingHeader {
  readonly example: ScriptExample;
  run(script: Script, known: Knowledge): Iterable<ScriptProblem>;
}

/** The one fix of a problem, which nearly everybody wants; none where there are no edits. */
export function onlyFix(title: string, edits: Fix['edits'] | undefined): readonly Fix[] {
  return edits === undefined || edits.length === 0 ? [] : [{ title, edits, preferred: true }];
}
