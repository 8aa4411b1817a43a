import { t } from '@vscode/l10n';
import type { Command } from '../../../wazuh/model';
import type { Check, Fix } from '../check';
import { addBehind, setText } from '../edits';
import { managerCommands } from '../manager';
import { valuePlace } from '../places';

export const executableArguments: Check = {
  code: 'executable-arguments',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager does not look for the file. execd on the machine that runs the command notes once, ' +
    'at level INFO, that it is not present.',
  title: 'Executable with arguments',
  explanation:
    'The whole text of `<executable>` is one file name: execd looks for a file called `block-ip.py -v`, does not find ' +
    'it, and passes the command over. Arguments belong into `<extra_args>`; an interpreter belongs into the first line ' +
    'of the script (`#!/bin/bash`), on Windows into a `.cmd` launcher (ReadExecConfig, src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>⟦block-ip.py --table blocked⟧</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <extra_args>--table blocked</extra_args>
</command>`,
  },
  *run(configuration, context) {
    for (const command of managerCommands(configuration, context)) {
      const { executable } = command;
      const words = executable?.text.trim().split(/\s+/) ?? [];
      if (!executable || words.length < 2) continue;
      if (context.scripts.some(({ name }) => name === executable.text)) continue;
      yield {
        span: valuePlace(executable.element),
        message: interpreter.test(words[0] ?? '')
          ? t(
              'execd looks for a file of this whole name and never runs the command. Name the script alone, and the interpreter in its first line.',
            )
          : t(
              'execd looks for a file of this whole name and never runs the command. Arguments belong into <extra_args>.',
            ),
        fixes: separation(configuration.xml.text, command, words),
      };
    }
  },
};

const interpreter =
  /(^|[\\/])(env|(ba|da|z)?sh|python[\d.]*|perl|ruby|node|pwsh|powershell|cmd|wscript|cscript)(\.exe)?$/i;

/** Program and arguments each in their element; behind an interpreter, the first word that looks like a script. */
function separation(
  text: string,
  { executable, extraArgs }: Command,
  words: readonly string[],
): readonly Fix[] {
  if (!executable) return [];
  const at = interpreter.test(words[0] ?? '')
    ? words.findIndex((word, i) => i > 0 && /\.\w{1,4}$/.test(word))
    : 0;
  const file = words[at]?.replace(/^.*[\\/]/, '');
  if (!file) return [];
  const args = words.slice(at + 1).join(' ');
  const edits = [setText(executable.element, file)];
  if (args !== '') {
    edits.push(
      extraArgs
        ? setText(extraArgs.element, `${args} ${extraArgs.text}`.trim())
        : addBehind(text, executable.element, `<extra_args>${args}</extra_args>`),
    );
  }
  const title = args === '' ? t('Write {0}', file) : t('Move the arguments to <extra_args>');
  return [{ title, edits, preferred: true }];
}
