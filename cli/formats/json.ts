import { accepted } from '../../server/checks';
import { visibleJson } from '../../wazuh/visible';
import type { CheckedFile } from '../checked-file';

/** `check --format json`: lines and characters from 0; `accepted` exactly when there is no error; `system` of a script. */
export function json(files: readonly CheckedFile[]): string {
  const report = {
    files: files.map(({ path, document, kind, diagnostics }) => ({
      path,
      role: kind.role,
      ...(kind.role === 'script' && { system: kind.system.system }),
      accepted: accepted(diagnostics),
      diagnostics: diagnostics.map(({ code, severity, message, wazuh, span }) => ({
        code,
        severity,
        message,
        wazuh,
        range: document.range(span),
      })),
    })),
  };
  return `${visibleJson(report)}\n`;
}
