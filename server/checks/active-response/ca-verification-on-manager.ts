import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { managerResponses } from '../manager';
import { says, willNotStart } from '../says';

export const caVerificationOnManager: Check = {
  code: 'ca-verification-on-manager',
  severity: 'error',
  wazuh: '1230',
  title: 'ca_verification in a manager’s file',
  explanation:
    '`<ca_verification>` belongs into the `<active-response>` of an agent, where it guards upgrades. A manager does not ' +
    'know it and refuses the file; `<ca_store>` it lets pass. On agents `<agent-upgrade><ca_verification>` has taken ' +
    'its place (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <⟦ca_verification⟧>yes</ca_verification>
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
        if (child.name !== 'ca_verification') continue;
        const others = section.children.length > 1;
        yield {
          span: child.nameSpan,
          message: willNotStart(
            says('1230', child.name),
            t('Only an agent knows this element. Remove it from the manager’s file.'),
          ),
          fixes: [
            {
              title: others ? t('Remove <ca_verification>') : t('Remove this block'),
              edits: [remove(configuration.xml.text, others ? child : section.element)],
              preferred: true,
            },
          ],
        };
      }
    }
  },
};
