import { t } from '@vscode/l10n';
import { targets } from '../../../wazuh/model';
import type { Check } from '../check';
import { addBehind } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';

export const agentIdMissing: Check = {
  code: 'agent-id-missing',
  severity: 'error',
  wazuh: '1304',
  title: 'defined-agent without agent_id',
  explanation:
    'With `<location>defined-agent</location>` the response runs on one agent, and `<agent_id>` must say which. Without ' +
    'it analysisd refuses the file (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>⟦defined-agent⟧</location>
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
    for (const response of managerResponses(configuration, context)) {
      const { disabled, command, location, agentId, repeatedOffenders } = response;
      if (disabled || !location || agentId || !targets(location.text).includes('defined-agent')) continue;
      // Without a command, such a block is passed over before its location is looked at.
      if (!command?.text && repeatedOffenders) continue;
      yield {
        span: valuePlace(location.element),
        message: willNotStart(says('1304'), t('Say with <agent_id> which agent runs it.')),
        fixes: [
          {
            title: t('Add {0}', '<agent_id>001</agent_id>'),
            edits: [addBehind(configuration.xml.text, location.element, '<agent_id>001</agent_id>')],
            preferred: true,
          },
        ],
      };
    }
  },
};
