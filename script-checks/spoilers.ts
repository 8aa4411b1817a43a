import { argvProtocol } from './checks/argv-protocol';
import { crlf } from './checks/crlf';
import { neverRuns } from './checks/never-runs';
import { notExecutable } from './checks/not-executable';
import { syntaxError } from './checks/syntax-error';
import type { StaticFinding } from './finding';

/** Faults of a text that spoil every run: what a run shows beside them says nothing of the script. */
const fatal: readonly string[] = [syntaxError, neverRuns, argvProtocol].map(({ code }) => code);

/** Whether a fault of a text spoils every run. */
export function spoilsEveryRun(code: string): boolean {
  return fatal.includes(code);
}

/**
 * Whether a fault keeps execd from starting the file at all. Each is put right where it is tried, for the rest to be seen:
 * what passes then is no proof.
 */
export function keepsFromStarting({ code, line }: StaticFinding): boolean {
  return code === notExecutable.code || (code === crlf.code && line === 0);
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
