import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { managerCommands } from '../manager';

export const expectDeprecated: Check = {
  code: 'expect-deprecated',
  severity: 'information',
  wazuh: null,
  title: 'expect has no effect',
  explanation:
    'Until 4.1 `<expect>` named the fields that an alert must have. Since 4.2 a script gets the whole alert as JSON, ' +
    'and Wazuh ignores the element (ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  ⟦<expect>srcip</expect>⟧
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { section } of managerCommands(configuration, context)) {
      for (const child of section.children) {
        if (child.name !== 'expect') continue;
        yield {
          span: child.span,
          message: t(
            'Wazuh ignores <expect> since 4.2: the script gets the whole alert and looks for itself.',
          ),
          fixes: [
            {
              title: t('Remove <expect>'),
              edits: [remove(configuration.xml.text, child)],
              preferred: true,
            },
          ],
          tag: 'deprecated',
        };
      }
    }
  },
};
