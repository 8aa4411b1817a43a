import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { rename } from '../edits';
import { intendedName } from '../intended-name';
import { managerCommands } from '../manager';
import { says, willNotStart } from '../says';

const known = ['name', 'executable', 'timeout_allowed', 'extra_args', 'expect'];

export const commandUnknownChild: Check = {
  code: 'command-unknown-child',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown element in a command',
  explanation:
    'A `<command>` takes `name`, `executable`, `timeout_allowed`, `extra_args` and the old `expect`, written exactly ' +
    'so. Any other element, also one in capitals, makes analysisd refuse the file ' +
    '(ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <⟦Name⟧>block-ip</Name>
  <executable>block-ip.py</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { section } of managerCommands(configuration, context)) {
      for (const child of section.children) {
        if (known.includes(child.name)) continue;
        const meant = intendedName(child, section, known);
        yield {
          span: child.nameSpan,
          message: willNotStart(
            says('1230', child.name),
            t('A command takes these elements: {0}.', known.slice(0, -1).join(', ')),
          ),
          fixes: meant
            ? [{ title: t('Rename to {0}', meant), edits: rename(child, meant), preferred: true }]
            : [],
        };
      }
    }
  },
};
