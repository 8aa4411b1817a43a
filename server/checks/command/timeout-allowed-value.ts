import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';
import { yesNoFixes } from '../yes-no';

export const timeoutAllowedValue: Check = {
  code: 'timeout-allowed-value',
  severity: 'error',
  wazuh: '1235',
  title: 'timeout_allowed is neither yes nor no',
  explanation:
    'Wazuh compares the text of `<timeout_allowed>` with `yes` and `no`, byte for byte: no capitals, no blanks. ' +
    'Without the element the answer is no, whatever the documentation says ' +
    '(ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <timeout_allowed>⟦Yes⟧</timeout_allowed>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`,
  },
  *run(configuration, context) {
    for (const { section } of managerCommands(configuration, context)) {
      for (const child of section.children) {
        if (child.name !== 'timeout_allowed' || child.text === 'yes' || child.text === 'no') continue;
        yield {
          span: valuePlace(child),
          message: willNotStart(
            says('1235', child.name, child.text),
            t('Only yes and no are taken, in small letters and without blanks.'),
          ),
          fixes: yesNoFixes(child),
        };
      }
    }
  },
};
