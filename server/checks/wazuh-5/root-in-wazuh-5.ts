import { t } from '@vscode/l10n';
import { features } from '../../../wazuh/versions';
import type { Check } from '../check';
import { rename } from '../edits';
import { says, willNotStart } from '../says';

export const rootInWazuh5: Check = {
  code: 'root-in-wazuh-5',
  severity: 'error',
  wazuh: '1230',
  title: 'Root that a manager of Wazuh 5 does not know',
  explanation:
    'From 5.0 on, the configuration of a manager is `/var/wazuh-manager/etc/wazuh-manager.conf`, and its root is ' +
    '`<wazuh_config>`. A manager refuses a file with `<ossec_config>`; agents keep it ' +
    '(`WAZUHCONFIG` in src/shared/include/defs.h, ReadConfig in src/config/src/config.c, tag v5.0.0-beta4).',
  since: '5.0',
  example: {
    bad: `<⟦ossec_config⟧>
  <remote>
    <port>1514</port>
  </remote>
</ossec_config>`,
    good: `<wazuh_config>
  <remote>
    <port>1514</port>
  </remote>
</wazuh_config>`,
    given: { version: '5.0' },
  },
  *run({ role, children }, { version }) {
    const { root } = features(version).manager;
    if (role !== 'manager' || root === features('4.14').manager.root) return;
    for (const element of children(undefined)) {
      if (element.name !== features('4.14').manager.root) continue;
      yield {
        span: element.nameSpan,
        message: willNotStart(
          says('1230', element.name),
          t('A manager of Wazuh {0} wants the root <{1}>.', version, root),
        ),
        fixes: [{ title: t('Rename to {0}', root), edits: rename(element, root), preferred: true }],
      };
    }
  },
};
