import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { valuePlace } from '../places';
import { willNotStart } from '../says';
import { yesNoFixes } from '../yes-no';

export const caVerificationValue: Check = {
  code: 'ca-verification-value',
  severity: 'error',
  wazuh: null,
  title: 'ca_verification is neither yes nor no',
  explanation:
    'On an agent `<ca_verification>` in `<active-response>` takes yes or no, in any case but without blanks. Any other ' +
    'text stops modulesd. `<agent-upgrade><ca_verification>` has taken its place ' +
    '(wm_agent_upgrade_read_ca_verification_old, src/config/wmodules-agent-upgrade.c).',
  since: '4.2',
  example: {
    bad: `<ossec_config>
  <client>
    <server>
      <address>10.0.0.1</address>
    </server>
  </client>
  <active-response>
    <ca_verification>⟦true⟧</ca_verification>
  </active-response>
</ossec_config>`,
    good: `<ossec_config>
  <client>
    <server>
      <address>10.0.0.1</address>
    </server>
  </client>
  <active-response>
    <ca_verification>yes</ca_verification>
  </active-response>
</ossec_config>`,
  },
  *run({ role, responses }) {
    if (role !== 'agent') return;
    for (const { section } of responses) {
      for (const child of section.children) {
        if (child.name !== 'ca_verification' || /^(yes|no)$/i.test(child.text)) continue;
        yield {
          span: valuePlace(child),
          message: willNotStart(
            `Invalid content for tag <ca_verification>: '${child.text}'.`,
            t('Only yes and no are taken, without blanks.'),
          ),
          fixes: yesNoFixes(child),
        };
      }
    }
  },
};
