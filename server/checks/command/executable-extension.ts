import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { setText } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';
import { isKnownExecutable } from './known-executable';

export const executableExtension: Check = {
  code: 'executable-extension',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager does not look for the file. execd on the machine that runs the command notes once, ' +
    'at level INFO, that it is not present.',
  title: 'Shipped executable with the wrong extension',
  explanation:
    'execd opens exactly the file that `<executable>` names and guesses no extension, although the documentation says ' +
    'that it may be left out. On Windows the shipped programs end in `.exe`, elsewhere they have no extension ' +
    '(ReadExecConfig, src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>win-block</name>
  <executable>⟦netsh⟧</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`,
    good: `<command>
  <name>win-block</name>
  <executable>netsh.exe</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`,
  },
  *run(configuration, context) {
    for (const { executable } of managerCommands(configuration, context)) {
      if (!executable || isKnownExecutable(executable.text, context)) continue;
      const stem = withoutExtension(executable.text);
      const shipped = context.catalog.shippedExecutables.filter(
        ({ name }) => withoutExtension(name) === stem,
      );
      if (stem === '' || shipped.length === 0) continue;
      yield {
        span: valuePlace(executable.element),
        message: t(
          'Wazuh ships no {0}, but {1}. execd guesses no extension, so this command never runs.',
          executable.text,
          shipped.map(({ name }) => name).join(', '),
        ),
        fixes: shipped.map(({ name }) => ({
          title: t('Write {0}', name),
          edits: [setText(executable.element, name)],
          preferred: shipped.length === 1,
        })),
      };
    }
  },
};

function withoutExtension(file: string): string {
  return file.replace(/\.\w+$/, '');
}
