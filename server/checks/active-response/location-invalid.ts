import { t } from '@vscode/l10n';
import { targets } from '../../../wazuh/model';
import type { Check } from '../check';
import { setText } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';
import { similar } from '../similar';

const words = ['local', 'server', 'defined-agent', 'all'];

export const locationInvalid: Check = {
  code: 'location-invalid',
  severity: 'error',
  wazuh: '1302',
  title: 'Unknown location',
  explanation:
    'Wazuh knows four places for a response: `local` (the agent that reported the event), `server` (the manager), ' +
    '`defined-agent` (the agent that `<agent_id>` names) and `all` (every connected agent, never the manager). A text ' +
    'that holds none of these words makes analysisd refuse the file (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>⟦agent⟧</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { disabled, command, location, repeatedOffenders } of managerResponses(
      configuration,
      context,
    )) {
      if (disabled || !location?.text || targets(location.text).length > 0) continue;
      // Without a command, such a block is passed over before its location is looked at.
      if (!command?.text && repeatedOffenders) continue;
      const meant =
        meaning.find(([pattern]) => pattern.test(location.text))?.[1] ?? similar(location.text, words);
      yield {
        span: valuePlace(location.element),
        message: willNotStart(
          says('1302', location.text),
          t('A location is one of local, server, defined-agent and all.'),
        ),
        fixes: (meant ? [meant] : ['local', 'server', 'all']).map((word) => ({
          title: t('Change to {0}', word),
          edits: [setText(location.element, word)],
          preferred: meant !== undefined,
        })),
      };
    }
  },
};

/** What people write for a place, and Wazuh's word for it. `defined-agent` would want an id as well. */
const meaning: readonly (readonly [RegExp, string])[] = [
  [/manager|master|siem/i, 'server'],
  [/every|\*/i, 'all'],
  [/agent|endpoint|remote|client|host|loc/i, 'local'],
];
