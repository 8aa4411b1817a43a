import { t } from '@vscode/l10n';
import { isAddress } from '../../../wazuh/daemons/address';
import { whiteList, whiteListed } from '../../../wazuh/model';
import type { Check } from '../check';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';
import { oneEach } from './white-list-fixes';

export const whiteListSubstring: Check = {
  code: 'white-list-substring',
  severity: 'warning',
  wazuh: null,
  silent: 'What is no IPv4 address is a pattern to Wazuh, and a pattern may be found anywhere.',
  title: 'White list entry that holds other addresses too',
  explanation:
    'What is no whole IPv4 address is a pattern that Wazuh looks for anywhere in the text of `srcip`: `10.0.` is in ' +
    '`110.0.7.1` and in `203.10.0.9`, and `10.0.0.1|10.0.0.2` in `10.0.0.17`. An attacker with such an address is never ' +
    'answered. Write a network, one element for each address, or `^` before and `$` behind a pattern. For a whole IPv6 ' +
    'address, which longer ones can hold, this is an information only ' +
    '(Read_Global, src/config/global-config.c; OSMatch_Compile, src/os_regex/os_match_compile.c).',
  since: '4.2',
  example: {
    bad: `<global>
  <white_list>⟦10.0.⟧</white_list>
</global>`,
    good: `<global>
  <white_list>10.0.0.0/16</white_list>
</global>`,
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    for (const { element, text } of whiteList(configuration)) {
      const entry = whiteListed(text);
      if (entry.kind !== 'pattern' || entry.negated || !entry.alternatives.every(isPartOfAddress)) continue;
      const isWhole = entry.alternatives.every((one) => isAddress(one, { netmask: false }));
      yield {
        span: valuePlace(element),
        severity: isWhole && text.includes(':') ? 'information' : 'warning',
        message: t(
          'Wazuh looks for this text anywhere in the source address: other addresses that hold it are white-listed too.',
        ),
        fixes: oneEach(configuration.xml.text, element),
      };
    }
  },
};

/** Whether a pattern is digits and dots, or what an IPv6 address is made of, and may begin anywhere. */
function isPartOfAddress(pattern: string): boolean {
  return /^[\d.]*\d[\d.]*$/.test(pattern) || (/^[\da-f:.]+$/i.test(pattern) && pattern.includes(':'));
}
