import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { sentences } from '../says';
import { heard, isSilent } from './heard';
import { meantElement } from './meant';

export const elementIgnored: Check = {
  code: 'element-ignored',
  severity: 'warning',
  wazuh: null,
  silent: 'The reader of this section asks for the names that it knows and never looks at the others.',
  title: 'Unknown element that Wazuh passes over in silence',
  explanation:
    'Most sections refuse or report an element that they do not know. `<logging>`, `<whodata>`, `<file_limit>` and a ' +
    'few others say nothing: a misspelt name there leaves the default in force (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<logging>\n  <⟦log_fromat⟧>json</log_fromat>\n  <log_format>plain</log_format>\n</logging>',
    good: '<logging>\n  <log_format>json</log_format>\n</logging>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'unknown-element')) {
      const meant = isSilent(remark) && meantElement(remark, context, configuration);
      if (!meant) continue;
      const effect = remark.reaction.effect ?? t('Wazuh says nothing and passes over this element');
      yield {
        span: remark.span,
        message: sentences(effect, meant.sentence),
        fixes: meant.fixes,
        tag: 'unnecessary',
      };
    }
  },
};
