import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const executablePowershell: Check = {
  code: 'executable-powershell',
  severity: 'information',
  wazuh: null,
  title: 'PowerShell script without a launcher',
  explanation:
    'On Windows, execd starts the file itself, and the system does not run a `.ps1` that way. Name a `.cmd` that calls ' +
    '`powershell.exe -File` with the script, and hands its standard input on. Where PowerShell is installed on Linux or ' +
    'macOS a first line `#!/usr/bin/env pwsh` is enough (src/shared/exec_op.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>win-block</name>
  <executable>⟦block-ip.ps1⟧</executable>
</command>`,
    good: `<command>
  <name>win-block</name>
  <executable>block-ip.cmd</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { executable } of managerCommands(configuration, context)) {
      if (!executable || !/^\S+\.ps1$/i.test(executable.text)) continue;
      yield {
        span: valuePlace(executable.element),
        message: t('Windows does not start a .ps1 by itself. Name a .cmd launcher that runs it.'),
      };
    }
  },
};
