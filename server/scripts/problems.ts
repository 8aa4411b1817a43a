import { type Knowledge, type Script, staticFindings } from '../../script-checks';
import type { Diagnostic } from '../checks';

/** What a script's text shows to be wrong, as the editor and `wazuh-ar check` tell it. `disabled`: codes switched off. */
export function scriptProblems(
  script: Script,
  known: Knowledge,
  disabled: readonly string[] = [],
): readonly Diagnostic[] {
  return staticFindings(script, known)
    .filter(({ code }) => !disabled.includes(code))
    .map(({ code, message, span, fixes }) => ({
      code,
      message,
      span,
      severity: 'warning',
      wazuh: null,
      ...(fixes && { fixes }),
    }));
}
