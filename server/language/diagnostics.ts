import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { visibleLines } from '../../wazuh/visible';
import { docsUrl, type Diagnostic as Found, type Severity } from '../checks';
import type { ConfigurationDocument } from './document';

/** A file that something was found in: its address and its lines. */
export type Judged = Pick<ConfigurationDocument, 'uri' | 'range'>;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** What the checks found, as the editor shows it (LSP, Diagnostic). */
export function toDiagnostic(document: Judged, found: Found): Diagnostic {
  const { uri } = document;
  return {
    range: document.range(found.span),
    severity: severities[found.severity],
    code: found.code,
    codeDescription: { href: docsUrl(found.code) },
    source: 'wazuh',
    message: visibleLines(found.message),
    ...(found.tag && { tags: [tags[found.tag]] }),
    ...(found.related && {
      relatedInformation: found.related.map(({ span, message }) => ({
        location: { uri, range: document.range(span) },
        message: visibleLines(message),
      })),
    }),
  };
}
