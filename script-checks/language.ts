import { baseName } from './base-name';
import { compiledFor } from './compiled';

/** The languages whose text is read; `other` gets no finding that needs to know the language. */
export type Language = 'python' | 'bash' | 'powershell' | 'batch' | 'other';

/** Those that have a grammar. `batch`, what cmd.exe runs, has none: it is read line by line. */
export type Parsed = Exclude<Language, 'batch' | 'other'>;

export function isParsed(language: Language): language is Parsed {
  return language !== 'batch' && language !== 'other';
}

const byExtension: Readonly<Record<string, Language>> = {
  py: 'python',
  py3: 'python',
  sh: 'bash',
  bash: 'bash',
  ps1: 'powershell',
  cmd: 'batch',
  bat: 'batch',
};

const byInterpreter: readonly (readonly [RegExp, Language])[] = [
  [/^(?:python|pypy)[\d.]*$/, 'python'],
  [/^(?:ba|da|k|z|a)?sh$/, 'bash'],
  [/^(?:pwsh|powershell)$/, 'powershell'],
];

/**
 * The language of a script: what its shebang names, else what its extension says; none for what a compiler made. The shebang goes first because the
 * kernel goes by it alone, and Wazuh's own scripts have no extension. `bash` stands for every shell of the Bourne kind.
 */
export function language(fileName: string, text: string): Language {
  if (compiledFor(text) !== undefined) return 'other';
  const interpreter = shebang(text)?.interpreter;
  const named = interpreter && byInterpreter.find(([pattern]) => pattern.test(interpreter))?.[1];
  return named || byExtension[/\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] || 'other';
}

/** The first line of a script, taken apart as the kernel does; `/usr/bin/env NAME` counts as NAME. */
export interface Shebang {
  /** The path behind `#!`: `/usr/bin/env`. */
  readonly path: string;
  /** Everything behind the path: the kernel passes it as one argument. */
  readonly argument: string;
  /** Base name of the program that runs the script: `python3`. */
  readonly interpreter: string;
}

/** The shebang of a text, or undefined without one. A byte order mark or blank line before it is looked over. */
export function shebang(text: string): Shebang | undefined {
  const match = /^\uFEFF?\s*#![ \t]*(\S+)[ \t]*([^\r\n]*)/.exec(text);
  if (!match) return undefined;
  const [, path = '', rest = ''] = match;
  const argument = rest.trim();
  const program = baseName(path);
  const called = argument.split(/\s+/).find((word) => !word.startsWith('-') && !word.includes('='));
  return { path, argument, interpreter: program === 'env' && called ? baseName(called) : program };
}
