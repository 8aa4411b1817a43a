import { t } from '@vscode/l10n';
import { atoi, isDigits } from '../../../wazuh/model';
import type { Check } from '../check';
import { setText } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';

export const levelValue: Check = {
  code: 'level-value',
  severity: 'error',
  wazuh: '1235',
  title: 'Level that is no number from 0 to 20',
  explanation:
    'Wazuh takes digits alone for `<level>`, no blanks and no sign, and refuses a number above 20. Rules go to 16 ' +
    '(ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <level>⟦ 10⟧</level>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <level>10</level>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { section } of managerResponses(configuration, context)) {
      for (const child of section.children) {
        if (child.name !== 'level' || isLevel(child.text)) continue;
        const number = child.text.trim();
        yield {
          span: valuePlace(child),
          message: willNotStart(
            says('1235', 'level', child.text),
            t('A level is a number from 1 to 16, in digits and without blanks.'),
          ),
          fixes: isLevel(number)
            ? [{ title: t('Write {0}', number), edits: [setText(child, number)], preferred: true }]
            : [],
        };
      }
    }
  },
};

/** What ReadActiveResponses takes; the empty text and a number that overflows into the range pass too. */
export function isLevel(text: string): boolean {
  const level = atoi(text);
  return isDigits(text) && level >= 0 && level <= 20;
}
