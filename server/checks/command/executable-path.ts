import { t } from '@vscode/l10n';
import type { Check, Severity } from '../check';
import { setText } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const executablePath: Check = {
  code: 'executable-path',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager does not look for the file. Only the log of the machine that runs the command ' +
    'tells that it is not present, or that its path is refused.',
  title: 'Executable with a path',
  explanation:
    'execd puts `active-response/bin/` before the text of `<executable>`, always. So `/usr/bin/x` becomes ' +
    '`active-response/bin//usr/bin/x`, which is not there, and anything with `..` in its path is refused. A folder ' +
    'below `active-response/bin` works, but must exist on every machine that runs the command ' +
    '(ReadExecConfig, src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>⟦/var/ossec/active-response/bin/block-ip.py⟧</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { executable } of managerCommands(configuration, context)) {
      if (!executable || /\s/.test(executable.text.trim())) continue;
      const found = objection(executable.text.trim());
      if (!found) continue;
      const file = executable.text.trim().replace(/^.*[\\/]/, '');
      yield {
        ...found,
        span: valuePlace(executable.element),
        fixes:
          file === '' || /^\.+$/.test(file)
            ? []
            : [
                {
                  title: t('Write {0}', file),
                  edits: [setText(executable.element, file)],
                  preferred: found.severity === 'warning',
                },
              ],
      };
    }
  },
};

function objection(path: string): { readonly message: string; readonly severity: Severity } | undefined {
  if (/(^|[\\/])\.\.($|[\\/])/.test(path)) {
    return {
      severity: 'warning',
      message: t(
        'execd refuses a path with .. in it and never runs this command. Name a file of active-response/bin.',
      ),
    };
  }
  if (/^([\\/]|[A-Za-z]:)/.test(path)) {
    return {
      severity: 'warning',
      message: t(
        'execd looks for active-response/bin/{0}, which is not there. Write the name of the file alone.',
        path,
      ),
    };
  }
  if (/[\\/]/.test(path)) {
    return {
      severity: 'information',
      message: t('The folder must exist below active-response/bin on every machine that runs this command.'),
    };
  }
  return undefined;
}
