import { t } from '@vscode/l10n';
import { nameLimit } from '../../../wazuh/model';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';
import { namePlaces, renameCommand } from '../rename-command';
import { says } from '../says';

export const commandNameUnusable: Check = {
  code: 'command-name-unusable',
  severity: 'warning',
  wazuh: '1311',
  silent: 'The manager writes any name into the line. Only execd says 1311, when the command is to run.',
  title: 'Command name that ar.conf cannot hold',
  explanation:
    'The manager tells the agents about its responses in `etc/shared/ar.conf`, one line each: ' +
    '`NAME - EXECUTABLE - TIMEOUT`. A name with ` - ` or a line break in it breaks the line: execd reads another name, ' +
    'does not find the one that it is asked for, and logs 1311. Name and timeout together are cut to 255 bytes ' +
    '(ReadExecConfig, src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>⟦block - ip⟧</name>
  <executable>block-ip.py</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    const places = namePlaces(configuration);
    for (const { name } of managerCommands(configuration, context)) {
      if (!name) continue;
      const span = valuePlace(name.element);
      if (/ - |\n/.test(name.text)) {
        const usable = name.text.trim().replace(/ - |\s*\n\s*/g, '-');
        yield {
          span,
          message: t(
            'This command never runs: its name breaks the line in ar.conf, and execd logs {0}',
            says('1311', name.text),
          ),
          fixes: [
            {
              title: t('Rename to {0}', usable),
              edits: renameCommand(places, name.text, usable),
              preferred: true,
            },
          ],
        };
      } else if (new TextEncoder().encode(name.text).length > nameLimit - 1) {
        yield {
          span,
          wazuh: null,
          message: t('Wazuh cuts the name, timeout included, to {0} bytes: the timeout is lost.', nameLimit),
        };
      }
    }
  },
};
