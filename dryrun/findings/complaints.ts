import type { StepRecord } from '../session';

/** Words by which a script says that something went wrong, and not just that there was nothing to do. */
const wrong =
  /\b(?:errors?|fail(?:ed|ure|s)?|exception|traceback|fatal|cannot|could not|couldn't|unable|not found|no such|missing|denied|invalid|refused|timed out)\b/i;

/** The line of a start's log that tells of an error; undefined where there is none. */
export function complaint({ log }: StepRecord): string | undefined {
  return log.find((line) => wrong.test(withoutJson(line)));
}

/**
 * A line without the JSON in it, which is what somebody else wrote. What is cut off in the middle is taken away to its
 * end.
 */
export function withoutJson(line: string): string {
  let kept = '';
  let depth = 0;
  for (const character of line) {
    if (character === '{') depth++;
    if (depth === 0) kept += character;
    if (character === '}') depth = Math.max(0, depth - 1);
  }
  return kept;
}
