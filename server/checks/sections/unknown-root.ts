import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { rename } from '../edits';
import { says, willNotStart } from '../says';
import { heard } from './heard';
import { rootOf, wrapFix } from './wrap';

export const unknownRoot: Check = {
  code: 'unknown-root',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown root',
  explanation:
    'A file may have several roots, but each must be `<ossec_config>`, in agent.conf `<agent_config>`, in small ' +
    'letters. Anything else at the top is an unknown element for every daemon (ReadConfig, src/config/config.c).',
  since: '4.0',
  example: {
    bad: '<ossec_config>\n  <remote><connection>secure</connection></remote>\n</ossec_config>\n<⟦ossec_conf⟧></ossec_conf>',
    good: '<ossec_config>\n  <remote><connection>secure</connection></remote>\n</ossec_config>\n<ossec_config></ossec_config>',
  },
  *run(configuration, context) {
    const root = rootOf(configuration);
    const isSection = (name: string) =>
      context.catalog.sections.some(({ section, element = section }) => element === name);
    for (const { element, span } of heard(configuration, context, 'unknown-root')) {
      if (!element) continue;
      const renaming = {
        title: t('Rename to {0}', root),
        edits: rename(element, root),
        preferred: element.children.length === 0 || span.start > 0,
      };
      const wrapping = wrapFix(configuration);
      yield {
        span: element.nameSpan,
        message: willNotStart(says('1230', element.name), t('The root of this file is <{0}>.', root)),
        fixes: !isSection(element.name) ? [renaming] : wrapping ? [wrapping] : [],
      };
    }
  },
};
