import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { setText } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';
import { similar } from '../similar';
import { isKnownExecutable } from './known-executable';

export const executableMissing: Check = {
  code: 'executable-missing',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager does not look for the file. execd on the machine that runs the command notes once, ' +
    'at level INFO, that it is not present.',
  title: 'Executable that is not in the workspace',
  explanation:
    'execd runs the file of exactly this name, extension included, in `active-response/bin` of the machine that it ' +
    'stands on; a file that is not there is noted once at the start and then passed over. This is said only where the ' +
    'workspace holds active-response scripts, and neither they nor Wazuh have a file of this name ' +
    '(ReadExecConfig, src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>⟦block-ip⟧</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
    given: { scripts: [{ name: 'block-ip.py', uri: 'file:///site/block-ip.py', executable: true }] },
  },
  *run(configuration, context) {
    if (context.scripts.length === 0) return;
    const scripts = context.scripts.map(({ name }) => name);
    const shipped = context.catalog.shippedExecutables.map(({ name }) => name);
    for (const { executable } of managerCommands(configuration, context)) {
      // What holds blanks or a path has a check of its own.
      if (!executable?.text || /[\s\\/]/.test(executable.text)) continue;
      const { element, text } = executable;
      if (isKnownExecutable(text, context)) continue;
      const meant =
        scripts.find((name) => name.replace(/\.\w+$/, '') === text.replace(/\.\w+$/, '')) ??
        similar(text, [...scripts, ...shipped]);
      yield {
        span: valuePlace(element),
        message: meant
          ? t('No script of the workspace is called {0}. Did you mean {1}?', text, meant)
          : t('No script of the workspace is called {0}, and Wazuh ships none of that name.', text),
        fixes: meant
          ? [{ title: t('Write {0}', meant), edits: [setText(element, meant)], preferred: true }]
          : [],
      };
    }
  },
};
