import { t } from '@vscode/l10n';
import { atoi } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove, setText } from '../edits';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';

export const agentIdIgnored: Check = {
  code: 'agent-id-ignored',
  severity: 'warning',
  wazuh: null,
  silent: 'The id is kept with the response and asked for only when the location is a defined agent.',
  title: 'agent_id without defined-agent',
  explanation:
    '`<agent_id>` counts only with `<location>defined-agent</location>`. With any other location Wazuh ignores it, and ' +
    'the response runs elsewhere than the id suggests (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <agent_id>⟦001⟧</agent_id>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>defined-agent</location>
  <agent_id>001</agent_id>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response, targets } of boundResponses(configuration, context)) {
      const { agentId, location } = response;
      if (!agentId || !location || targets.includes('defined-agent')) continue;
      const removal = {
        title: t('Remove <agent_id>'),
        edits: [remove(configuration.xml.text, agentId.element)],
        preferred: false,
      };
      const useIt = {
        title: t('Change the location to {0}', 'defined-agent'),
        edits: [setText(location.element, 'defined-agent')],
        preferred: false,
      };
      yield {
        span: valuePlace(agentId.element),
        message: t('Wazuh ignores agent_id here: it counts only with the location defined-agent.'),
        fixes: atoi(agentId.text) === 0 ? [removal] : [useIt, removal],
        tag: 'unnecessary',
      };
    }
  },
};
