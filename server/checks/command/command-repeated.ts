import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const commandRepeated: Check = {
  code: 'command-repeated',
  severity: 'warning',
  wazuh: null,
  silent:
    'Wazuh looks a name up from the top and stops at the first that fits; it never compares the ' + 'others.',
  title: 'Two commands of one name',
  explanation:
    'Where two commands have the same name, the first in the file is the one that responses run. Wazuh says nothing ' +
    'about the others (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>
<command>
  <name>⟦block-ip⟧</name>
  <executable>block-ip-v2.py</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>
<command>
  <name>block-ip-v2</name>
  <executable>block-ip-v2.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const command of managerCommands(configuration, context)) {
      const { name, executable, section } = command;
      const first = name && configuration.definitions.get(name.text);
      if (!name || !first?.name || !executable || first === command) continue;
      yield {
        span: valuePlace(name.element),
        message: t(
          'Wazuh ignores this command: {0} is already defined above, and runs {1}.',
          name.text,
          first.executable?.text ?? '',
        ),
        related: [{ span: valuePlace(first.name.element), message: t('The definition that counts') }],
        fixes: [
          {
            title: t('Remove this command'),
            edits: [remove(configuration.xml.text, section.element)],
            preferred: false,
          },
        ],
        tag: 'unnecessary',
      };
    }
  },
};
