import { t } from '@vscode/l10n';
import { CANARY } from '../canary';
import { WAZUH_HOME } from '../sandbox/layers';
import type { StepRecord } from '../session';
import { targets } from '../target';

/** Complaints on stderr of which the first group is the command that was not there. */
const commands: readonly RegExp[] = [
  /^\S*env: ['‘]?([\w./+-]+)['’]?: No such file or directory$/m,
  /^.*: (?:line )?\d+: ([\w./+-]+): (?:command )?not found$/m,
  /^.*: line \d+: (\/\S*bin\/[\w.+-]+): No such file or directory$/m,
  /^FileNotFoundError: \[Errno 2\] No such file or directory: '([\w.+-]+)'$/m,
];

/** Complaints of which the first group is a module of Python. */
const modules: readonly RegExp[] = [/^(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/m];

/** Complaints of which the first group is a file or a folder that is not there, or not where the script writes. */
const files: readonly RegExp[] = [
  /^.*: line \d+: (\/[^:\n]+): No such file or directory$/m,
  /^FileNotFoundError: \[Errno 2\] No such file or directory: '(\/[^'\n]+)'$/m,
  /^.*: cannot (?:open|create) (?:'|‘)?(\/[^:'’\n]+)(?:'|’)?: No such file(?: or directory)?$/m,
  /^\w+: (\/[^:\n]+): No such file or directory$/m,
  /^.*: can't open file '(\/[^'\n]+)': \[Errno 2\]/m,
  /^.*: \d+: \.: (?:cannot open |Can't open )?'?(\/?[\w./-]+)'?.*$/m,
  /^.*: line \d+: ([\w./-]+\/[\w.-]+): No such file or directory$/m,
];

/** A file in which a kernel tells of itself: that of this machine may leave it out. Those of processes come and go. */
const kernelFile = /(\/(?:proc|sys)\/[a-z][\w./-]*).*No such file or directory/;

/** What a shell says when the kernel does not find the interpreter of a file that is there. */
const noInterpreter = /exec: active-response\/bin\/\S+: not found$/m;

/**
 * What a start of the script needed and the host of the dry run does not have: a command, a module, an interpreter, a
 * file of the script's own. It says nothing of the script.
 */
export function absent(step: StepRecord): string | undefined {
  const { stderr, exit } = step.conversation;
  if (exit.code === 127 && noInterpreter.test(stderr)) return t('The interpreter of its first line');
  return missingIn(stderr) ?? ownFile(step) ?? missingInLog(step);
}

/** Python's own words for what is not there, as a script hands them on to its log: a command's name, or a path. */
const loggedByPython =
  /\[Errno 2\] No such file or directory: \\?'(\/?[\w.+/-]+)\\?'|\bNo module named \\?'([\w.]+)\\?'/;

/** What a script has caught and told in its log. */
function missingInLog(step: StepRecord): string | undefined {
  for (const line of step.log) {
    const [, place, module] = loggedByPython.exec(line.replaceAll(step.sent.trim(), '')) ?? [];
    const name = module ?? place;
    if (name !== undefined && !name.startsWith(CANARY)) return isOfAlert(name, step) ? undefined : name;
  }
  return undefined;
}

/** The command, module or file of the kernel that a script's stderr says is not there. */
export function missingIn(stderr: string): string | undefined {
  return first(commands, stderr) ?? first(modules, stderr) ?? kernelFile.exec(stderr)?.[1];
}

/** A file that the alert does not name, and that is not one of Wazuh's or a scratch file: somebody has to put it there. */
function ownFile(step: StepRecord): string | undefined {
  const path = first(files, step.conversation.stderr);
  return path === undefined || isOfAlert(path, step) ? undefined : path;
}

/** Whether a file is one that the alert names, one of Wazuh's, or a scratch file: that it lacks says something of the script. */
function isOfAlert(path: string, { alert }: StepRecord): boolean {
  if (path.startsWith(`${WAZUH_HOME}/logs`) || /^\/(?:tmp|dev|proc)\//.test(path)) return true;
  const named = targets(alert).some(({ value }) => path.includes(value) || value.includes(path));
  return named || JSON.stringify(alert).includes(path);
}

function first(complaints: readonly RegExp[], stderr: string): string | undefined {
  return complaints
    .map((complaint) => complaint.exec(stderr)?.[1])
    .find((name) => name !== undefined && !name.startsWith(CANARY));
}
