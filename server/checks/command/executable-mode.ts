import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const executableMode: Check = {
  code: 'executable-mode',
  severity: 'warning',
  wazuh: '1312',
  silent: 'The manager does not look for the file. Only execd says 1312, when the command is to run.',
  title: 'Script that is not executable',
  explanation:
    'execd finds the file, but the system refuses to run it: the file mode lacks the executable bit. On the target the ' +
    'file belongs to `root:wazuh` with mode 750. git keeps the bit if it is set before the commit: ' +
    '`git update-index --chmod=+x FILE` (src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>⟦block-ip.sh⟧</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
    given: {
      scripts: [
        { name: 'block-ip.sh', uri: 'file:///site/block-ip.sh', executable: false },
        { name: 'block-ip.py', uri: 'file:///site/block-ip.py', executable: true },
      ],
    },
  },
  *run(configuration, context) {
    for (const { executable } of managerCommands(configuration, context)) {
      const named = context.scripts.filter(({ name }) => name === executable?.text);
      if (!executable || named.length === 0 || named.some((script) => script.executable !== false)) continue;
      yield {
        span: valuePlace(executable.element),
        message: t(
          '{0} is not executable: copied like this, execd cannot run it. Make it so: chmod 750 {0}',
          executable.text,
        ),
      };
    }
  },
};
