import { t } from '@vscode/l10n';
import { nameLimit } from '../wazuh/model';
import type { ScriptLanguage } from './request';

const extensions: Readonly<Record<ScriptLanguage, string>> = {
  python: '.py',
  bash: '.sh',
};

/** The file that a command's script is written to: `block-ip.py`. A name that has the extension keeps its one. */
export function fileName(name: string, language: ScriptLanguage): string {
  return `${commandName(name, language)}${extensions[language]}`;
}

/** The command's name: what was given, without the extension of its language. */
export function commandName(name: string, language: ScriptLanguage): string {
  const extension = extensions[language];
  return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
}

/**
 * What is wrong with a name for a command and its script, or undefined.
 * @param reserved names of the executables and commands that Wazuh ships, extension or not
 */
export function nameProblem(
  name: string,
  language: ScriptLanguage,
  reserved: readonly string[],
): string | undefined {
  const bare = commandName(name, language);
  if (bare === '') return t('Give the response a name, such as block-ip.');
  if (bare.startsWith('!')) {
    return t(
      'A name must not begin with !: Wazuh refuses it (1235), because ! calls a program past the configuration.',
    );
  }
  if (/[\\/]/.test(bare) || bare.includes('..')) {
    return t('A name must not hold a folder: Wazuh looks only in active-response/bin.');
  }
  if (/\s/.test(bare)) return t('A name must not hold blanks: Wazuh parts the lines of ar.conf at them.');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(bare)) {
    return t('Use letters, digits, points, hyphens and underscores, and begin with a letter or digit.');
  }
  if (/\d$/.test(bare)) {
    return t(
      'End the name with a letter: Wazuh writes the timeout behind it, so that {0} with timeout 0 and {1} with timeout {2} would be one.',
      bare,
      bare.replace(/\d+$/, ''),
      `${/\d+$/.exec(bare)?.[0] ?? ''}0`,
    );
  }
  // Behind the name Wazuh writes the timeout, of ten digits at most.
  if (bare.length + 10 > nameLimit)
    return t('The name is too long: Wazuh cuts it at {0} characters.', nameLimit - 10);
  const taken = reserved.some((one) => one.replace(/\.(?:exe|sh|cmd|py)$/, '') === bare);
  if (taken) return t('{0} is a response that Wazuh ships: choose another name.', bare);
  return undefined;
}
