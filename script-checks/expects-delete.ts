import { isUndoing } from './checks/undoing';
import type { Moment } from './course';
import { sendsKeys } from './handshake';
import { readingOf } from './reading';
import type { Script } from './script';

/** Whether a script is written for a response with a timeout: it asks with `check_keys`, or it acts on `delete`. */
export function expectsDelete(script: Script): boolean {
  return sendsKeys(script) || actsOnDelete(script);
}

/** Whether a script has something to do when a response is undone, as far as its text shows. */
export function actsOnDelete(script: Script): boolean {
  const acts = readingOf(script)?.course.filter(({ kind }) => kind === 'act') ?? [];
  return acts.some((moment) => isUndoing(moment) || isElseOfAdd(moment));
}

/** Whether it comes to this where the command is not add: `if [ "$COMMAND" = add ]; then … else …`. */
function isElseOfAdd({ clauses }: Moment): boolean {
  return clauses.some(
    ({ condition }) => /^\s*else\b.*\badd\b/is.test(condition) && !/!=|-ne\b|\bnot\b/.test(condition),
  );
}
