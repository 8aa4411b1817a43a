import { t } from '@vscode/l10n';
import { fate } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove } from '../edits';
import { managerResponses } from '../manager';
import { says, willNotStart } from '../says';
import { isSwitch } from './switches';

export const disabledOnlyBlock: Check = {
  code: 'disabled-only-block',
  severity: 'error',
  wazuh: '1281',
  title: 'An agent’s switch in a manager’s file',
  explanation:
    'On an agent `<active-response><disabled>no</disabled></active-response>` is the usual block. On a manager the same ' +
    'block is a response without command and location, and analysisd refuses the file ' +
    '(ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<⟦active-response⟧>
  <disabled>no</disabled>
</active-response>`,
    good: `<active-response>
  <disabled>no</disabled>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const response of managerResponses(configuration, context)) {
      const { element, children } = response.section;
      if (fate(configuration, response).kind !== 'incomplete' || !children.every(isSwitch)) continue;
      yield {
        span: element.nameSpan,
        message: willNotStart(
          says('1281'),
          t('Only an agent takes a block without command and location. Remove it from the manager’s file.'),
        ),
        fixes: [
          {
            title: t('Remove this block'),
            edits: [remove(configuration.xml.text, element)],
            preferred: true,
          },
        ],
      };
    }
  },
};
