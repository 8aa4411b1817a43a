import { t } from '@vscode/l10n';
import { CANARY } from '../canary';
import type { StepRecord } from '../session';

/** Complaints on stderr of which the first group is what was not there. */
const complaints: readonly RegExp[] = [
  /^\S*env: ['‘]?([\w./+-]+)['’]?: No such file or directory$/m,
  /^.*: (?:line )?\d+: ([\w.+-]+): (?:command )?not found$/m,
  /^.*: line \d+: (\/\S*bin\/[\w.+-]+): No such file or directory$/m,
  /^FileNotFoundError: \[Errno 2\] No such file or directory: '([\w.+-]+)'$/m,
  /^(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?$/m,
];

/** What a shell says when the kernel does not find the interpreter of a file that is there. */
const noInterpreter = /exec: active-response\/bin\/\S+: not found$/m;

/** What a start of the script needed and this machine does not have: a command, a module, an interpreter. */
export function absent({ conversation: { stderr, exit } }: StepRecord): string | undefined {
  if (exit.code === 127 && noInterpreter.test(stderr)) return t('The interpreter of its first line');
  return missingIn(stderr);
}

/** The command or module that a script's stderr says is not there. */
export function missingIn(stderr: string): string | undefined {
  return complaints
    .map((complaint) => complaint.exec(stderr)?.[1])
    .find((name) => name !== undefined && !name.startsWith(CANARY));
}
