import { t } from '@vscode/l10n';
import { runsAt } from '../../../wazuh/model';
import type { Check } from '../check';
import { setText } from '../edits';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';

export const locationCombined: Check = {
  code: 'location-combined',
  severity: 'warning',
  wazuh: null,
  silent: 'Each word switches its own flag on, and which of them counts is decided only when an alert comes.',
  title: 'Several locations at once',
  explanation:
    'A response runs in one place. If its location names several, the manager wins; else all agents, else the defined ' +
    'agent, else the agent that reported the event. For an event of the manager itself a location with `local` in it ' +
    'runs there alone. To act in two places, write two responses (OS_Exec, src/analysisd/alerts/exec.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>⟦local,server⟧</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
</active-response>
<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response, targets } of boundResponses(configuration, context)) {
      const { location } = response;
      const winner = runsAt(targets);
      if (!location || targets.length < 2 || !winner) continue;
      yield {
        span: valuePlace(location.element),
        message: t(
          'Wazuh finds {0} here, and uses {1} alone. Write one response for each place.',
          targets.join(', '),
          winner,
        ),
        fixes: [
          { title: t('Change to {0}', winner), edits: [setText(location.element, winner)], preferred: true },
        ],
      };
    }
  },
};
