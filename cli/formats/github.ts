import type { Severity } from '../../server/checks';
import { visible } from '../../wazuh/visible';
import type { CheckedFile } from '../checked-file';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** `check --format github`: workflow commands, which GitHub shows as annotations of the changed lines. */
export function github(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, document, diagnostics }) =>
      diagnostics.map(({ code, severity, message, span }) => {
        const { start, end } = document.range(span);
        const properties = {
          file: path,
          line: start.line + 1,
          col: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
          title: code,
        };
        const written = Object.entries(properties).map(
          ([name, value]) => `${name}=${property(String(value))}`,
        );
        return `::${commands[severity]} ${written.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

/** The escapes of the workflow commands (actions/toolkit, packages/core/src/command.ts); line breaks are visible. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
