import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { ownWords } from './wording';

export const missingAttribute: Check = {
  code: 'missing-attribute',
  severity: 'error',
  wazuh: null,
  title: 'Attribute that must be there',
  explanation:
    'Some elements mean nothing without an attribute: the `type` of an AWS bucket, the `key` of a label. The daemon that ' +
    'reads them refuses to start, or leaves the element out (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<wodle name="aws-s3">\n  <⟦bucket⟧ name="x">\n    <name>logs</name>\n  </bucket>\n</wodle>',
    good: '<wodle name="aws-s3">\n  <bucket type="cloudtrail">\n    <name>logs</name>\n  </bucket>\n</wodle>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'missing-attribute')) {
      const { element, reference } = remark;
      if (!element || !reference || isSilent(remark)) continue;
      const reader = readerOf(remark, context.catalog);
      const [first] = reference.values ?? [];
      yield {
        span: remark.span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(
          remark,
          ownWords(remark) ?? t('{0} wants the attribute {1} here.', reader, reference.name),
          first
            ? t('It takes one of: {0}.', (reference.values ?? []).map(({ value }) => value).join(', '))
            : '',
        ),
        fixes: first
          ? [
              {
                title: t('Add {0}="{1}"', reference.name, first.value),
                edits: [
                  {
                    span: span(element.nameSpan.end, element.nameSpan.end),
                    newText: ` ${reference.name}="${first.value}"`,
                  },
                ],
                preferred: false,
              },
            ]
          : [],
      };
    }
  },
};
