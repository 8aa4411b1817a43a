import { t } from '@vscode/l10n';
import { systemName } from '../../script-checks';
import { accepted, docsUrl, type Severity } from '../../server/checks';
import { visible } from '../../wazuh/visible';
import type { CheckedFile } from '../checked-file';
import type { Paint } from '../paint';

/** `check --format text`: one line for each diagnostic, as compilers write it, so that terminals make it a link. */
export function text(files: readonly CheckedFile[], paint: Paint): string {
  return `${files.map((file) => fileText(file, paint)).join('\n')}\n${total(files)}\n`;
}

function fileText({ path, document, kind, diagnostics }: CheckedFile, paint: Paint): string {
  const lines = diagnostics.map(({ code, severity, message, span }) => {
    const { line, character } = document.range(span).start;
    const place = paint.bold(`${visible(path)}:${line + 1}:${character + 1}`);
    return `${place}: ${severityWord(severity, paint)}: ${visible(message)} ${paint.dim(`[${code}] ${docsUrl(code)}`)}\n`;
  });
  return `${lines.join('')}${paint.bold(visible(path))}: ${verdict(diagnostics, kind, paint)}\n`;
}

function severityWord(severity: Severity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red(severity);
    case 'warning':
      return paint.yellow(severity);
    case 'information':
    case 'hint':
      return paint.blue(severity);
  }
}

function verdict(diagnostics: CheckedFile['diagnostics'], kind: CheckedFile['kind'], paint: Paint): string {
  if (kind.role === 'script') {
    const { system } = kind;
    const isElsewhere = system.system === 'windows' || system.system === 'macos';
    const said =
      diagnostics.length > 0
        ? paint.yellow(t('This script does not do what it should.'))
        : paint.green(
            isElsewhere
              ? t('As far as its text tells, this script is right.')
              : t('As far as its text tells, this script is right. To be sure: wazuh-ar dry-run.'),
          );
    return isElsewhere
      ? `${said} ${visible(t('It is for {0}: {1}.', systemName(system.system), system.reason))}`
      : said;
  }
  if (!accepted(diagnostics)) return paint.red(t('Wazuh refuses to start with this file.'));
  return kind.shape === 'fragment'
    ? paint.green(
        t('Wazuh takes this part of a configuration; what a whole file must hold was not asked for.'),
      )
    : paint.green(t('Wazuh starts with this file.'));
}

function total(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length;
  return t(
    'Files: {0}. Errors: {1}, warnings: {2}, information: {3}, hints: {4}.',
    files.length,
    count('error'),
    count('warning'),
    count('information'),
    count('hint'),
  );
}
