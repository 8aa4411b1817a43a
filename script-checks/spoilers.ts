import { argvProtocol } from './checks/argv-protocol';
import { neverRuns } from './checks/never-runs';
import { syntaxError } from './checks/syntax-error';

/** Faults of a text that spoil every run: what a run shows beside them says nothing of the script. */
const fatal: readonly string[] = [syntaxError, neverRuns, argvProtocol].map(({ code }) => code);

/** Whether a fault of a text spoils every run. */
export function spoilsEveryRun(code: string): boolean {
  return fatal.includes(code);
}

/** What comes of any start at all: a script that does not get so far shows none of it. */
export const followsAnyStart: readonly string[] = [
  'acts-before-continue',
  'acts-on-delete',
  'acts-once',
  'bad-json-crash',
  'chatter-before-handshake',
  'claims-without-act',
  'crashes',
  'does-not-block',
  'hits-allow-list',
  'ipv4-only',
  'key-changes',
  'missing-tool',
  'needs-log',
  'never-reads',
  'no-delete',
  'no-handshake',
  'no-log',
  'no-target-check',
  'not-reverted',
  'output-after-answer',
  'slow',
  'wrong-field',
];
