import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { willNotStart } from '../says';
import { heard } from './heard';

/** What maild says, by which file of alerts is missing (src/os_maild/config.c, 4.14.7). */
const says: Readonly<Record<string, string>> = {
  all: 'All alert formats are disabled.',
  'alerts.log': 'Alerts.log is disabled',
  'alerts.json': 'Alerts.json is disabled',
};

export const mailWithoutAlerts: Check = {
  code: 'mail-without-alerts',
  severity: 'error',
  wazuh: null,
  title: 'Mail without the alerts it is made from',
  explanation:
    'With `<email_notification>` yes, maild reads alerts.json, or alerts.log where `<email_log_source>` says so, and ' +
    'refuses to start when that file is not written. `<jsonout_output>yes</jsonout_output>` must be written out: ' +
    "maild's own default is no, though analysisd's is yes (src/os_maild/config.c).",
  since: '4.0',
  example: {
    bad: '<ossec_config>\n  <global>\n    <email_notification>⟦yes⟧</email_notification>\n  </global>\n  <remote>\n    <connection>secure</connection>\n  </remote>\n</ossec_config>',
    good: '<ossec_config>\n  <global>\n    <email_notification>yes</email_notification>\n    <jsonout_output>yes</jsonout_output>\n  </global>\n  <remote>\n    <connection>secure</connection>\n  </remote>\n</ossec_config>',
  },
  *run(configuration, context) {
    for (const { span, words } of heard(configuration, context, 'relation')) {
      const said = says[words];
      if (said === undefined) continue;
      yield {
        span,
        message: willNotStart(
          said,
          words === 'alerts.log'
            ? t('Mail is made from alerts.log: set alerts_log to yes.')
            : t('Mail is made from alerts.json: write <jsonout_output>yes</jsonout_output>.'),
        ),
      };
    }
  },
};
