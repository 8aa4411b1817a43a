import { t } from '@vscode/l10n';
import type { InlayHint } from 'vscode-languageserver-types';
import { atoi } from '../../wazuh/model';
import { elements } from '../../wazuh/os-xml';
import { type Span, touches } from '../../wazuh/span';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';
import { inWords } from './duration';
import { referenceOf } from './reference';

/** Bare numbers below this are read at a glance, in seconds. */
const shortest = 120;

/** Lengths of time in words behind bare numbers of seconds or minutes (LSP, textDocument/inlayHint). */
export function inlayHints(
  document: ConfigurationDocument,
  range: Span,
  { catalog }: LanguageContext,
): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const element of elements(document.configuration.xml)) {
    const { text, textSpan } = element;
    if (!/^\d+$/.test(text) || !touches(range, textSpan.end)) continue;
    const reference = referenceOf(element, catalog);
    if (reference?.kind !== 'option' || reference.option.type !== 'integer') continue;
    const { unit } = reference.option;
    const size = unit === 'seconds' ? 1 : unit === 'minutes' ? 60 : 0;
    const seconds = atoi(text) * size;
    if (seconds < shortest) continue;
    hints.push({
      position: document.positionAt(textSpan.end),
      label: inWords(seconds),
      tooltip: t('{0} seconds', seconds),
      paddingLeft: true,
    });
  }
  return hints;
}
