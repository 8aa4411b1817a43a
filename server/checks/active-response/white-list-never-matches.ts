import { t } from '@vscode/l10n';
import { whiteList, whiteListed } from '../../../wazuh/model';
import type { Check } from '../check';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';
import { oneEach } from './white-list-fixes';

export const whiteListNeverMatches: Check = {
  code: 'white-list-never-matches',
  severity: 'warning',
  wazuh: null,
  silent:
    'What is no IPv4 address is a pattern for host names to Wazuh, and a pattern may look like anything.',
  title: 'White list entry that holds no address',
  explanation:
    'An entry of the white list is one IPv4 address or network: `10.0.0.5`, `10.0.0.0/24`, `10.0.0.0/255.255.255.0`. ' +
    'Anything else is a pattern for host names, looked for as it is in the text of `srcip`: blanks, lists, ranges, `*` ' +
    'and networks of IPv6 are never found there, and the addresses are not protected. Write one element for each; for a ' +
    'network of IPv6 the beginning of its addresses, `^2001:db8:` ' +
    '(Read_Global, src/config/global-config.c; get_ip in src/analysisd/alerts/exec.c).',
  since: '4.2',
  example: {
    bad: `<global>
  <white_list>⟦10.0.0.5, 10.0.0.6⟧</white_list>
  <white_list>⟦192.168.1.*⟧</white_list>
</global>`,
    good: `<global>
  <white_list>10.0.0.5</white_list>
  <white_list>10.0.0.6</white_list>
  <white_list>192.168.1.0/24</white_list>
</global>`,
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    for (const { element, text } of whiteList(configuration)) {
      const entry = whiteListed(text);
      if (entry.kind !== 'pattern' || !entry.alternatives.every(isMisread)) continue;
      yield {
        span: valuePlace(element),
        message: t(
          'Wazuh takes this for a pattern that no address matches: nothing is white-listed. Write one address or network, such as 10.0.0.0/24.',
        ),
        fixes: oneEach(configuration.xml.text, element),
      };
    }
  },
};

/** Whether a pattern was meant for addresses, and holds what the text of no address does. */
function isMisread(pattern: string): boolean {
  return (
    pattern === 'any' ||
    (/^[\s\da-f.:,;/*-]+$/i.test(pattern) && /\d/.test(pattern) && /[\s,;/*-]/.test(pattern))
  );
}
