import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { rename } from '../edits';
import { intendedName } from '../intended-name';
import { managerResponses } from '../manager';
import { says, willNotStart } from '../says';

const known = [
  'command',
  'location',
  'agent_id',
  'level',
  'rules_group',
  'rules_id',
  'timeout',
  'disabled',
  'repeated_offenders',
  'ca_store',
];

export const responseUnknownChild: Check = {
  code: 'response-unknown-child',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown element in an active response',
  explanation:
    'On a manager an `<active-response>` takes `command`, `location`, `agent_id`, `level`, `rules_group`, `rules_id`, ' +
    '`timeout`, `disabled`, `repeated_offenders` and `ca_store`, written exactly so. Any other element makes analysisd ' +
    'refuse the file, in a disabled block too (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <⟦rule_id⟧>5712</rule_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { section } of managerResponses(configuration, context)) {
      for (const child of section.children) {
        // An agent's switch, which has a check of its own.
        if (known.includes(child.name) || child.name === 'ca_verification') continue;
        const meant = intendedName(child, section, known);
        yield {
          span: child.nameSpan,
          message: willNotStart(
            says('1230', child.name),
            t('An active response takes these elements: {0}.', known.join(', ')),
          ),
          fixes: meant
            ? [{ title: t('Rename to {0}', meant), edits: rename(child, meant), preferred: true }]
            : [],
        };
      }
    }
  },
};
