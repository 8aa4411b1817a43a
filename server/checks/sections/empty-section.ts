import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { says, willNotStart } from '../says';
import { heard } from './heard';

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
    for (const { element, span } of heard(configuration, context, 'empty-section')) {
      if (!element) continue;
      yield {
        span,
        message: willNotStart(
          says('1230', element.name),
          t('An empty <{0}> counts as unknown: put something in it, or take it out.', element.name),
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
