import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { says, willNotStart } from '../says';
import { heard } from './heard';

export const secureConnectionRepeated: Check = {
  code: 'secure-connection-repeated',
  severity: 'error',
  wazuh: '1244',
  title: 'Second secure connection',
  explanation:
    'remoted listens to agents on one connection. It counts every `<connection>secure</connection>` over all ' +
    '`<remote>` blocks of the file, also when one block repeats it (src/config/remote-config.c).',
  since: '4.0',
  example: {
    bad: '<remote>\n  <connection>⟦secure⟧</connection>\n</remote>',
    good: '<remote>\n  <connection>syslog</connection>\n  <allowed-ips>192.0.2.0/24</allowed-ips>\n</remote>',
  },
  *run(configuration, context) {
    for (const { span, words } of heard(configuration, context, 'relation')) {
      if (words !== 'secure') continue;
      yield {
        span,
        message: willNotStart(
          says('1244'),
          t('One <remote> with connection secure is enough: take this one out.'),
        ),
      };
    }
  },
};
