import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { willNotStart } from '../says';
import { heard } from './heard';
import { ownWords } from './wording';

export const emptySection: Check = {
  code: 'empty-section',
  severity: 'error',
  wazuh: '1230',
  title: 'Section without content',
  explanation:
    'Most sections count as unknown when no element stands in them, so that an empty pair of tags, or one that holds ' +
    'nothing but text or a comment, keeps every daemon from starting (ReadConfig, src/config/config.c).',
  since: '4.0',
  example: { bad: '<⟦global⟧></global>', good: '<global>\n  <logall>no</logall>\n</global>' },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'empty-section')) {
      const { element, span, reaction } = remark;
      if (!element) continue;
      yield {
        span,
        wazuh: reaction.messageId ?? null,
        message: willNotStart(
          ownWords(remark) ?? '',
          t('<{0}> may not be empty: put something in it, or take it out.', element.name),
        ),
        fixes: [
          {
            title: t('Remove <{0}>', element.name),
            edits: [remove(configuration.xml.text, element)],
            preferred: true,
          },
        ],
      };
    }
  },
};
