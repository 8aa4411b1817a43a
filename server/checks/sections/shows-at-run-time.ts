import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { sentences } from '../says';
import { heard, isSilent } from './heard';
import { ownWords } from './wording';

export const showsAtRunTime: Check = {
  code: 'shows-at-run-time',
  severity: 'warning',
  wazuh: null,
  silent: 'The start-up test reads the section but does not try it: the daemon writes its line when it runs.',
  title: 'What only shows when Wazuh runs',
  explanation:
    'integratord switches an integration off that lacks what its script needs, and one whose name is neither a stock ' +
    'one nor begins with `custom-`. Wazuh starts, and the line is in ossec.log (src/os_integrator/integrator.c).',
  since: '4.0',
  example: {
    bad: '<⟦integration⟧>\n  <name>slack</name>\n  <level>10</level>\n</integration>',
    good: '<integration>\n  <name>slack</name>\n  <hook_url>https://hooks.slack.com/services/x</hook_url>\n  <level>10</level>\n</integration>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'relation')) {
      const line = ownWords(remark);
      if (!isSilent(remark) || line === undefined) continue;
      yield {
        span: remark.span,
        message: sentences(
          t('Wazuh starts, and then says: {0}', line),
          t('The rule: {0}', remark.reaction.effect ?? ''),
        ),
      };
    }
  },
};
