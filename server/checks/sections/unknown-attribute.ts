import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { ownWords } from './wording';

export const unknownAttribute: Check = {
  code: 'unknown-attribute',
  severity: 'error',
  wazuh: '1233',
  title: 'Unknown attribute',
  explanation:
    'Most sections pass over attributes that they do not know. A few look at every one and refuse, among them ' +
    "syscheck's `auto_ignore` and the `content` of open-scap and cis-cat (the readers in src/config).",
  since: '4.0',
  example: {
    bad: '<wodle name="open-scap">\n  <content type="xccdf" path="a.xml" ⟦profile⟧="x"/>\n</wodle>',
    good: '<wodle name="open-scap">\n  <content type="xccdf" path="a.xml"/>\n</wodle>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'unknown-attribute')) {
      const { attribute, element } = remark;
      if (!attribute || !element || isSilent(remark)) continue;
      const reader = readerOf(remark, context.catalog);
      yield {
        span: attribute.nameSpan,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(
          remark,
          ownWords(remark) ?? t('{0} does not know the attribute {1}.', reader, attribute.name),
          t('Take it out of <{0}>.', element.name),
        ),
        fixes: [
          {
            title: t('Remove {0}', attribute.name),
            edits: [
              {
                span: span(blanksBefore(configuration.xml.text, attribute.span.start), attribute.span.end),
                newText: '',
              },
            ],
            preferred: true,
          },
        ],
      };
    }
  },
};

function blanksBefore(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
