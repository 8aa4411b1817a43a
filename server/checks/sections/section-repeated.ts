import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { sentences } from '../says';
import { heard } from './heard';
import { ownWords } from './wording';

export const sectionRepeated: Check = {
  code: 'section-repeated',
  severity: 'warning',
  wazuh: null,
  title: 'Section of which only the last counts',
  explanation:
    'clusterd and the management API look only at the last `<cluster>`, `<indexer>` and `<vulnerability-detection>` of ' +
    'a file, and say so (framework/wazuh/core/configuration.py), while the daemons in C put all of them together.',
  since: '4.8',
  example: {
    bad: '<⟦indexer⟧>\n  <enabled>no</enabled>\n</indexer>\n<indexer>\n  <enabled>yes</enabled>\n</indexer>',
    good: '<indexer>\n  <enabled>yes</enabled>\n</indexer>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'repeated-section')) {
      if (!remark.element) continue;
      yield {
        span: remark.span,
        message: sentences(ownWords(remark) ?? '', t('Put them together in one.')),
        fixes: [
          {
            title: t('Remove <{0}>', remark.element.name),
            edits: [remove(configuration.xml.text, remark.element)],
            preferred: false,
          },
        ],
      };
    }
  },
};
