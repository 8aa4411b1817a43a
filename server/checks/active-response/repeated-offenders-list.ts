import { t } from '@vscode/l10n';
import { atoi } from '../../../wazuh/model';
import type { Check, Fix } from '../check';
import { setText } from '../edits';
import { valuePlace } from '../places';
import { offenderLists } from './offender-lists';

const most = 5;

export const repeatedOffendersList: Check = {
  code: 'repeated-offenders-list',
  severity: 'warning',
  wazuh: null,
  silent: 'Each part is turned into a number by a function that takes text for 0 and reports nothing.',
  title: 'repeated_offenders that Wazuh does not take as written',
  explanation:
    '`<repeated_offenders>` is a list of up to five numbers of minutes, with commas between them: the second offence is ' +
    'blocked for the first number, the next for the second, later ones for the last. A sixth number is lost, text ' +
    'counts as 0, and a 0 ends the list (ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>⟦10,30,60,120,240,480⟧</repeated_offenders>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>10,30,60,120,240</repeated_offenders>
</active-response>`,
  },
  *run(configuration, context) {
    const [list] = offenderLists(configuration, context);
    if (!list) return;
    const parts = list.text.split(',').map((part) => part.trim());
    const items = parts.filter((part) => part !== '');
    if (items.length <= most && items.every((item) => /^\d+$/.test(item) && atoi(item) > 0)) return;
    // The sixth part and all behind it stay glued to the fifth, whose first number counts.
    const read = items.slice(0, most).map(atoi);
    const end = read.findIndex((minutes) => minutes <= 0);
    const used = end < 0 ? read : read.slice(0, end);
    yield {
      span: valuePlace(list.element),
      message:
        used.length > 0
          ? t('execd takes {0} (minutes) from this and no more.', used.join(', '))
          : t('execd takes nothing from this: write numbers of minutes with commas between them.'),
      fixes: rewritten(list.text).map(
        (text): Fix => ({
          title: t('Write {0}', text),
          edits: [setText(list.element, text)],
          preferred: true,
        }),
      ),
    };
  },
};

/** The first five numbers above 0 with commas between them, if there are any and nothing else is meant. */
function rewritten(text: string): readonly string[] {
  if (!/^[\d\s,;|]*$/.test(text)) return [];
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => atoi(digits)).filter((minutes) => minutes > 0);
  return numbers.length > 0 ? [numbers.slice(0, most).join(',')] : [];
}
