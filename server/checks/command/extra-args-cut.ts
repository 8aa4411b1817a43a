import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

const limit = 2047;

export const extraArgsCut: Check = {
  code: 'extra-args-cut',
  severity: 'warning',
  wazuh: null,
  silent: 'The text is copied into a buffer of fixed size, and what does not fit is dropped.',
  title: 'extra_args too long',
  explanation:
    'Wazuh hands on the first 2047 bytes of `<extra_args>` and cuts the rest off without a word ' +
    '(getActiveResponseInJSON, src/analysisd/ar_json.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <extra_args>⟦${'10.0.0.1 '.repeat(230).trim()}⟧</extra_args>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <extra_args>--list etc/lists/never-block</extra_args>
</command>`,
  },
  *run(configuration, context) {
    for (const { extraArgs } of managerCommands(configuration, context)) {
      const bytes = extraArgs ? new TextEncoder().encode(extraArgs.text).length : 0;
      if (!extraArgs || bytes <= limit) continue;
      yield {
        span: valuePlace(extraArgs.element),
        message: t('Wazuh cuts this after {0} bytes; {1} are lost.', limit, bytes - limit),
      };
    }
  },
};
