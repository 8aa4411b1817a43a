import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';
import { namePlaces, renameCommand } from '../rename-command';
import { says, willNotStart } from '../says';

export const commandNameReserved: Check = {
  code: 'command-name-reserved',
  severity: 'error',
  wazuh: '1235',
  title: 'Command name that begins with an exclamation mark',
  explanation:
    'A name that begins with `!` is kept for the management API, which runs any file of `active-response/bin` by it. ' +
    'analysisd refuses such a `<name>` (ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>⟦!block-ip⟧</name>
  <executable>block-ip.py</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    const places = namePlaces(configuration);
    for (const { section } of managerCommands(configuration, context)) {
      for (const child of section.children) {
        if (child.name !== 'name' || !child.text.startsWith('!')) continue;
        const name = child.text.replace(/^!+/, '');
        yield {
          span: valuePlace(child),
          message: willNotStart(
            says('1235', 'name', child.text),
            t('A command name must not begin with an exclamation mark.'),
          ),
          fixes: [
            {
              title: t('Rename to {0}', name),
              edits: renameCommand(places, child.text, name),
              preferred: true,
            },
          ],
        };
      }
    }
  },
};
