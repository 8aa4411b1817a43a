import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { willNotStart } from '../says';
import { heard } from './heard';

export const missingSection: Check = {
  code: 'missing-section',
  severity: 'error',
  wazuh: null,
  title: 'Section that must be there',
  explanation:
    "A manager's file must hold a `<remote>` with something in it, or remoted does not start; an agent's a `<client>` " +
    'with a server, or agentd does not (src/remoted/main.c, src/client-agent/main.c). A file with a few sections, as ' +
    'people keep them apart, is not blamed for what the whole must have.',
  since: '4.0',
  example: {
    bad: '<⟦ossec_config⟧>\n  <global>\n    <logall>no</logall>\n  </global>\n  <alerts>\n    <log_alert_level>3</log_alert_level>\n  </alerts>\n</ossec_config>',
    good: '<ossec_config>\n  <global>\n    <logall>no</logall>\n  </global>\n  <alerts>\n    <log_alert_level>3</log_alert_level>\n  </alerts>\n  <remote>\n    <connection>secure</connection>\n  </remote>\n</ossec_config>',
  },
  *run(configuration, context) {
    for (const { span, path } of heard(configuration, context, 'missing-section')) {
      const [name = ''] = path;
      const said =
        name === 'remote' ? 'Remoted connection is not configured.' : '(4105): No valid server IP found.';
      yield { span, message: willNotStart(said, t('The file must hold a <{0}> section.', name)) };
    }
  },
};
