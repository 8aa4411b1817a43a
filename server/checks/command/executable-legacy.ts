import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { setText } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const executableLegacy: Check = {
  code: 'executable-legacy',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager does not look for the file. execd on the machine that runs the command notes once, ' +
    'at level INFO, that it is not present.',
  title: 'Executable that went with Wazuh 4.2',
  explanation:
    'Until 4.1 the stock responses were scripts: `firewall-drop.sh`, `netsh.cmd` and others. 4.2 replaced them by ' +
    'programs, mostly without an extension, and the update deletes the old files. A configuration that still names ' +
    'them runs nothing; execd only notes that the command is not present (src/init/wazuh/wazuh.sh).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>drop</name>
  <executable>⟦firewall-drop.sh⟧</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`,
    good: `<command>
  <name>drop</name>
  <executable>firewall-drop</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`,
  },
  *run(configuration, context) {
    for (const { executable } of managerCommands(configuration, context)) {
      const legacy = context.catalog.legacyExecutables.find((one) => one.executable === executable?.text);
      if (!executable || !legacy || context.scripts.some(({ name }) => name === executable.text)) continue;
      const { replacement } = legacy;
      yield {
        span: valuePlace(executable.element),
        message: replacement
          ? t('The update to Wazuh 4.2 deleted {0}; {1} does its work now.', executable.text, replacement)
          : t('The update to Wazuh 4.2 deleted {0}, and nothing replaces it.', executable.text),
        fixes: replacement
          ? [
              {
                title: t('Write {0}', replacement),
                edits: [setText(executable.element, replacement)],
                preferred: true,
              },
            ]
          : [],
        tag: 'deprecated',
      };
    }
  },
};
