import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const extraArgsSplit: Check = {
  code: 'extra-args-split',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh knows no quotes, so to it they are characters like any other.',
  title: 'Quotes in extra_args',
  explanation:
    'Wazuh splits `<extra_args>` at every blank and knows no quotes: `"two words"` reaches the script as `"two` and ' +
    '`words"`. Write arguments without blanks, or let the script put them together again ' +
    '(getActiveResponseInJSON, src/analysisd/ar_json.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <extra_args>⟦--comment "blocked by Wazuh"⟧</extra_args>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <extra_args>--comment blocked-by-Wazuh</extra_args>
</command>`,
  },
  *run(configuration, context) {
    for (const { extraArgs } of managerCommands(configuration, context)) {
      if (!extraArgs || !/["']/.test(extraArgs.text)) continue;
      yield {
        span: valuePlace(extraArgs.element),
        message: t(
          'Wazuh knows no quotes here. The script gets: {0}',
          JSON.stringify(extraArgs.text.split(' ').filter((part) => part !== '')),
        ),
      };
    }
  },
};
