import type { Json } from '../../wazuh/alert';
import type { StepRecord } from '../session';

/** Words by which a script says that something went wrong, and not just that there was nothing to do. */
const wrong =
  /\b(?:errors?|fail(?:ed|ure|s)?|exception|traceback|fatal|cannot|could not|couldn't|unable|not found|no such|missing|denied|invalid|refused|timed out)\b/i;

/** The line of a start's log that tells of an error; undefined where there is none. What the alert says is no complaint. */
export function complaint({ log, alert }: Pick<StepRecord, 'log' | 'alert'>): string | undefined {
  const quoted = texts(alert).filter((text) => wrong.test(text));
  return log.find((line) =>
    wrong.test(quoted.reduce((rest, text) => rest.replaceAll(text, ''), withoutJson(line))),
  );
}

/** Every text in an alert: a rule's description may well speak of a failed login. */
function texts(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
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
