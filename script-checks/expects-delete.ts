import { isUndoing } from './checks/undoing';
import { sendsKeys } from './handshake';
import { readingOf } from './reading';
import type { Script } from './script';

/** Whether a script is written for a response with a timeout: it asks with `check_keys`, or it acts on `delete`. */
export function expectsDelete(script: Script): boolean {
  return sendsKeys(script) || actsOnDelete(script);
}

/** Whether a script has something to do when a response is undone, as far as its text shows. */
export function actsOnDelete(script: Script): boolean {
  return readingOf(script)?.course.some((moment) => moment.kind === 'act' && isUndoing(moment)) ?? false;
}
