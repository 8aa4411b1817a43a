import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import type { Check } from '../check';
import { says, willNotStart } from '../says';
import { heard } from './heard';

export const serverAddress: Check = {
  code: 'server-address',
  severity: 'error',
  wazuh: '4112',
  title: "Agent without its manager's address",
  explanation:
    'agentd wants the address of at least one manager: not empty, not 0.0.0.0, and not the placeholder MANAGER_IP. ' +
    'Where every address is an IPv6 link-local one, a `<server>` must say over which interface ' +
    '(src/client-agent/main.c).',
  since: '4.0',
  example: {
    bad: '<ossec_config>\n  <client>\n    <server>\n      <address>⟦MANAGER_IP⟧</address>\n    </server>\n  </client>\n</ossec_config>',
    good: '<ossec_config>\n  <client>\n    <server>\n      <address>192.0.2.10</address>\n    </server>\n  </client>\n</ossec_config>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'relation', 'bad-value')) {
      const message = messageOf(remark);
      if (message === undefined) continue;
      yield { span: remark.span, wazuh: remark.reaction.messageId ?? null, message };
    }
  },
};

function messageOf({ words, element }: Remark): string | undefined {
  switch (words) {
    case 'placeholder':
      return willNotStart(says('4112', element?.text ?? ''), t("Write the manager's address or name."));
    case 'link-local':
      return willNotStart(says('4114'), t('Add <interface_index> to a <server>.'));
    case 'no server':
      return willNotStart(says('4105'), t('Add a <server> with an <address>.'));
    default:
      return undefined;
  }
}
