import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { says, willNotStart } from '../says';
import { heard } from './heard';

export const mailWithoutRecipient: Check = {
  code: 'mail-without-recipient',
  severity: 'error',
  wazuh: '1264',
  title: 'Mail alert without a recipient',
  explanation:
    'An `<email_alerts>` block needs an `<email_to>` of its own or one in a `<global>` that stands before it ' +
    '(src/config/email-alerts-config.c).',
  since: '4.0',
  example: {
    bad: '<⟦email_alerts⟧>\n  <level>10</level>\n</email_alerts>',
    good: '<email_alerts>\n  <email_to>soc@example.com</email_to>\n  <level>10</level>\n</email_alerts>',
  },
  *run(configuration, context) {
    for (const { element, words } of heard(configuration, context, 'relation')) {
      if (words !== 'no recipient' || !element) continue;
      yield {
        span: element.nameSpan,
        message: willNotStart(says('1264'), t('Add an <email_to> here, or in a <global> above.')),
      };
    }
  },
};
