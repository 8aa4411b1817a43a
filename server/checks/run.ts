import type { Configuration, Section } from '../../wazuh/model';
import { askedOnce } from './asked-once';
import type { Check, Diagnostic, Problem } from './check';
import type { Context } from './context';
import { allChecks, readsTornBlocks } from './registry';

/** What the user has chosen about checks. */
export interface CheckOptions {
  /** Codes that are switched off. */
  readonly disabled?: readonly string[];
}

/**
 * What Wazuh would say to a file, and what it would pass over in silence: every problem that the checks find, in the
 * order of the text. Never throws, whatever the tree.
 */
export function check(
  configuration: Configuration,
  context: Context,
  { disabled = [] }: CheckOptions = {},
): readonly Diagnostic[] {
  const sound = withoutTornBlocks(configuration);
  const known = { ...context, rules: askedOnce(context.rules) };
  const found: Diagnostic[] = [];
  for (const one of allChecks) {
    if (disabled.includes(one.code)) continue;
    for (const problem of one.run(readsTornBlocks(one) ? configuration : sound, known)) {
      found.push(diagnostic(one, problem));
    }
  }
  return found.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.code < b.code ? -1 : Number(a.code > b.code)),
  );
}

/** Whether Wazuh starts with a file of which this was said: it does unless there is an error. */
export function accepted(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(({ severity }) => severity === 'error');
}

/** The problem itself, and not a copy: what it works out only when asked stays so. */
function diagnostic({ code, severity, wazuh }: Check, problem: Problem): Diagnostic {
  return Object.assign(problem, {
    code,
    severity: problem.severity ?? severity,
    wazuh: problem.wazuh === undefined ? wazuh : problem.wazuh,
  });
}

/**
 * The configuration without the blocks that a half-typed tag tears: what seems to be missing or wrong in one may be
 * there a moment later. Its commands stay known by name, or every response that runs one would be at fault.
 */
function withoutTornBlocks(configuration: Configuration): Configuration {
  if (configuration.torn.length === 0) return configuration;
  const isWhole = ({ section }: { readonly section: Section }) => section.whole;
  return {
    ...configuration,
    sections: configuration.sections.filter(({ whole }) => whole),
    commands: configuration.commands.filter(isWhole),
    responses: configuration.responses.filter(isWhole),
  };
}
