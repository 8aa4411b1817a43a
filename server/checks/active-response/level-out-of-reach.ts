import { t } from '@vscode/l10n';
import { trigger } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove, setText } from '../edits';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';
import { isLevel } from './level-value';

const highest = 16;

export const levelOutOfReach: Check = {
  code: 'level-out-of-reach',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh takes levels up to 20, and does not ask whether any rule has them.',
  title: 'Level that no rule reaches, or that does not count',
  explanation:
    'Wazuh takes levels up to 20, but rules go to 16: a response for level 17 or above never fires. Level 0 and an ' +
    'empty `<level>` count as if it were not there (Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <level>⟦20⟧</level>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <level>12</level>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const { level } = response;
      if (!level || !isLevel(level.text)) continue;
      const { level: least, group, ids } = trigger(response);
      const span = valuePlace(level.element);
      if (least > highest) {
        yield {
          span,
          message: t('No rule has a level above {0}: this never matches.', highest),
          fixes: [
            {
              title: t('Write {0}', String(highest)),
              edits: [setText(level.element, String(highest))],
              preferred: false,
            },
          ],
        };
      } else if (least === 0 && (group !== undefined || ids.length > 0)) {
        yield {
          span,
          severity: 'information',
          message: t('Level 0 counts as no level at all.'),
          fixes: [
            {
              title: t('Remove <level>'),
              edits: response.section.children
                .filter(({ name }) => name === 'level')
                .map((element) => remove(configuration.xml.text, element)),
              preferred: true,
            },
          ],
          tag: 'unnecessary',
        };
      }
    }
  },
};
