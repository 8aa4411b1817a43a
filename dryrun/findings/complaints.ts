import type { Json } from '../../wazuh/alert';
import type { StepRecord } from '../session';

/** Words by which a script says that something went wrong, and not just that there was nothing to do. */
const wrong =
  /\b(?:errors?|fail(?:ed|ure|s)?|exception|traceback|fatal|cannot|could not|couldn't|unable|not found|no such|missing|denied|invalid|refused|timed out)\b/i;

/** The line of a start's log that tells of an error; undefined where there is none. What the alert says is no complaint. */
export function complaint(step: Logged): string | undefined {
  const quoted = texts(step.alert).filter((text) => wrong.test(text));
  return step.log.find((line) =>
    wrong.test(quoted.reduce((rest, text) => rest.replaceAll(text, ''), ownWords(line, step))),
  );
}

/** What is asked of a start: its log, and what it got. */
export type Logged = Pick<StepRecord, 'log' | 'sent' | 'alert'>;

/** Every text in an alert: a rule's description may well speak of a failed login. */
function texts(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** A line of a log without the message in it, and without any other JSON: what the script itself says. */
export function ownWords(line: string, { sent }: Pick<StepRecord, 'sent'>): string {
  const message = sent.trim();
  return withoutJson(message === '' ? line : line.replaceAll(message, ''));
}

/** Words by which a script says that it has done something. */
const done =
  /\b(?:success(?:ful(?:ly)?)?|blocked|unblocked|banned|unbanned|removed|deleted|quarantined|added|dropped|locked|disabled|killed|terminated|stopped|isolated|moved|sent|posted|notified|created)\b/i;

/** Words that take it back: it was not done, it is only meant to be, or somebody else has done it. */
const notDone =
  /\b(?:no|not|never|nothing|none|without|un(?:able|success\w*)|would|will|to be|should|trying|attempt\w*|about to|already|skipp\w*|ignor\w*|missing|invalid|fail\w*|errors?|cannot|could|couldn't|if|when|previously|starting|started|received|ended)\b|\?/i;

/** The line of a start's log that says that something was done; undefined where there is none. */
export function claimed(step: Logged): string | undefined {
  return step.log.find((line) => {
    const said = ownWords(line, step);
    return done.test(said) && !notDone.test(said);
  });
}

/**
 * A line without the JSON in it, which is what somebody else wrote. What is cut off in the middle is taken away to its
 * end.
 */
function withoutJson(line: string): string {
  let kept = '';
  let depth = 0;
  for (const character of line) {
    if (character === '{') depth++;
    if (depth === 0) kept += character;
    if (character === '}') depth = Math.max(0, depth - 1);
  }
  return kept;
}
