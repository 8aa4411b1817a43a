import { t } from '@vscode/l10n';
import type { Command } from '../../../wazuh/model';
import type { Check, Fix } from '../check';
import { addBehind } from '../edits';
import { managerCommands } from '../manager';
import { says, willNotStart } from '../says';

export const commandIncomplete: Check = {
  code: 'command-incomplete',
  severity: 'error',
  wazuh: '1280',
  title: 'Command without name or executable',
  explanation:
    'Each `<command>` needs a `<name>`, by which responses call it, and an `<executable>`, the file in ' +
    '`active-response/bin`. Without one of them analysisd refuses the file ' +
    '(ReadActiveCommands, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<⟦command⟧>
  <name>block-ip</name>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const command of managerCommands(configuration, context)) {
      const { section, name, executable } = command;
      if (name && executable) continue;
      const missing = [...(name ? [] : ['<name>']), ...(executable ? [] : ['<executable>'])].join(', ');
      yield {
        span: section.element.nameSpan,
        message: willNotStart(says('1280'), t('This command lacks {0}.', missing)),
        fixes: completion(configuration.xml.text, command),
      };
    }
  },
};

/** The missing half, made from the other one. */
function completion(text: string, { name, executable }: Command): readonly Fix[] {
  const [given, line] = executable
    ? [executable, `<name>${executable.text.trim().replace(/\.\w+$/, '')}</name>`]
    : [name, `<executable>${name?.text.trim() ?? ''}</executable>`];
  if (!given || given.text.trim() === '') return [];
  return [{ title: t('Add {0}', line), edits: [addBehind(text, given.element, line)], preferred: false }];
}
