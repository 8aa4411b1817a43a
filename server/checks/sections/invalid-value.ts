import { t } from '@vscode/l10n';
import type { ElementReference } from '../../../wazuh/catalog';
import { type Remark, refuses } from '../../../wazuh/daemons';
import type { Element } from '../../../wazuh/os-xml';
import type { Check, Fix } from '../check';
import { setText } from '../edits';
import { similar } from '../similar';
import { yesNoFixes } from '../yes-no';
import { expected } from './expected';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { said } from './wording';

export const invalidValue: Check = {
  code: 'invalid-value',
  severity: 'error',
  wazuh: '1235',
  title: 'Value that Wazuh does not take',
  explanation:
    'Values are compared and converted as they stand: nothing is trimmed, capitals count, and a number with a stray ' +
    'character is no number. What follows differs by section: most daemons refuse to start, syscheck and rootcheck warn ' +
    'and switch themselves off (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<global>\n  <logall>⟦Yes⟧</logall>\n</global>',
    good: '<global>\n  <logall>yes</logall>\n</global>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'bad-value')) {
      const { element, span, reference } = remark;
      if (!element || isSilent(remark) || isElsewhere(remark)) continue;
      const advice = remark.words === 'range' ? rangeOf(reference) : expected(reference);
      yield {
        span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(remark, said(remark, readerOf(remark, context.catalog)), advice),
        fixes: fixes(element, remark),
      };
    }
  },
};

/** Placeholders of a server's address have a check of their own. */
function isElsewhere({ words }: Remark): boolean {
  return words === 'placeholder';
}

function rangeOf(reference: Remark['reference']): string {
  const range = reference && 'allowedRange' in reference ? reference.allowedRange : undefined;
  return range
    ? t(
        'It takes {0}.',
        range.orZero
          ? t('0, or from {0} to {1}', range.min, range.max)
          : t('from {0} to {1}', range.min, range.max),
      )
    : '';
}

function fixes(element: Element, remark: Remark): readonly Fix[] {
  const { reference } = remark;
  if (!reference || element.children.length > 0 || !refuses(remark)) return [];
  if (reference.type === 'boolean-yes-no') return yesNoFixes(element);
  const write = (text: string): Fix => ({
    title: t('Write {0}', text),
    edits: [setText(element, text)],
    preferred: true,
  });
  const words = (reference.values ?? [])
    .filter(({ pattern }) => pattern === undefined)
    .map(({ value }) => value);
  const meant = words.length > 0 ? similar(element.text.trim(), words) : undefined;
  if (meant) return [write(meant)];
  return isTrimmable(element, reference) ? [write(element.text.trim())] : [];
}

function isTrimmable(
  { text }: Element,
  reference: NonNullable<Remark['reference']>,
): reference is ElementReference {
  return text.trim() !== text && /^\d+$/.test(text.trim()) && ['integer', 'port'].includes(reference.type);
}
