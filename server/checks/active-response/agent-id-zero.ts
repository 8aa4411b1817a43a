import { t } from '@vscode/l10n';
import { commandOf, fate } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove, setText } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says } from '../says';

export const agentIdZero: Check = {
  code: 'agent-id-zero',
  severity: 'warning',
  wazuh: '1306',
  title: 'agent_id that comes out as 0',
  explanation:
    'Agent 000 is the manager itself, and a response for a defined agent cannot run there. Wazuh warns and leaves the ' +
    'whole block out; so it does for an id that does not begin with a digit, which counts as 0. For the manager write ' +
    '`<location>server</location>` (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>defined-agent</location>
  <agent_id>⟦000⟧</agent_id>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const response of managerResponses(configuration, context)) {
      const { agentId, location } = response;
      if (!agentId || !location || fate(configuration, response).kind !== 'dropped') continue;
      const meansManager = /^\s*0+\s*$/.test(agentId.text) && commandOf(configuration, response);
      yield {
        span: valuePlace(agentId.element),
        message: t('Wazuh leaves this response out: {0} It never runs.', says('1306')),
        fixes: meansManager
          ? [
              {
                title: t('Run it on the manager: location server'),
                edits: [setText(location.element, 'server'), remove(configuration.xml.text, agentId.element)],
                preferred: true,
              },
            ]
          : [],
      };
    }
  },
};
