import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { similar } from '../similar';
import { expected } from './expected';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { said } from './wording';

export const invalidAttribute: Check = {
  code: 'invalid-attribute',
  severity: 'error',
  wazuh: null,
  title: 'Attribute value that Wazuh does not take',
  explanation:
    'The few sections that look at attributes compare their values as they stand, and some want an attribute in the ' +
    'first place (the readers in src/config). Most sections pass over attributes that they do not know.',
  since: '4.0',
  example: {
    bad: '<localfile>\n  <log_format>syslog</log_format>\n  <location>/var/log/messages</location>\n  <ignore type="⟦pcre⟧">debug</ignore>\n</localfile>',
    good: '<localfile>\n  <log_format>syslog</log_format>\n  <location>/var/log/messages</location>\n  <ignore type="pcre2">debug</ignore>\n</localfile>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'bad-attribute')) {
      const { attribute, reference, span } = remark;
      if (!attribute || isSilent(remark)) continue;
      const words = reference?.values?.map(({ value }) => value) ?? [];
      const meant = words.length > 0 ? similar(attribute.value.trim(), words) : undefined;
      const advice =
        remark.words === 'not first' ? t('It must be the first attribute.') : expected(reference);
      yield {
        span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(remark, said(remark, readerOf(remark, context.catalog)), advice),
        fixes:
          meant && remark.words !== 'not first'
            ? [
                {
                  title: t('Write {0}', meant),
                  edits: [{ span: attribute.valueSpan, newText: meant }],
                  preferred: true,
                },
              ]
            : [],
      };
    }
  },
};
