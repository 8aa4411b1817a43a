import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';

export const commandEmptyValue: Check = {
  code: 'command-empty-value',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh asks whether the elements are there, not whether they hold anything.',
  title: 'Command with an empty name or executable',
  explanation:
    'Wazuh wants the elements `<name>` and `<executable>`, but does not look whether they hold anything. A command ' +
    'without a name cannot be called, as a response with an empty `<command>` is refused; one without an executable ' +
    'runs nothing (ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  ⟦<executable></executable>⟧
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { name, executable } of managerCommands(configuration, context)) {
      if (name?.text === '') {
        yield { span: name.element.span, message: t('No response can call a command without a name.') };
      }
      if (executable?.text === '') {
        yield {
          span: executable.element.span,
          message: t(
            'Wazuh takes the empty name, and execd then has nothing to run. Name a file of active-response/bin.',
          ),
        };
      }
    }
  },
};
