import type { Json } from '../../wazuh/alert';
import type { StepRecord } from '../session';

/** Words by which a script says that something went wrong, and not just that there was nothing to do. */
const wrong =
  /\b(?:errors?|fail(?:ed|ure|s)?|exception|traceback|fatal|cannot|could not|couldn't|unable|not found|no such|missing|denied|invalid|refused|timed out|not (?:installed|available|present|executable)|unavailable|not there)\b/i;

/** The line of a start's log that tells of an error; undefined where there is none. */
export function complaint(step: Logged): string | undefined {
  const own = speech(step);
  return step.log.find((line) => wrong.test(own(line)));
}

/** What is asked of a start: its log, and the line that it got. */
export type Logged = Pick<StepRecord, 'log' | 'sent'>;

/**
 * A line of a log without the message in it, without any other JSON, and without the phrases of the alert, such as its
 * rule's description: what the script itself says.
 */
export function ownWords(line: string, step: Pick<StepRecord, 'sent'>): string {
  return speech(step)(line);
}

/** The same for many lines of one start: its message is taken apart once. */
export function speech({ sent }: Pick<StepRecord, 'sent'>): (line: string) => string {
  const message = sent.trim();
  const quoted = phrases(message);
  return (line) => {
    const own = withoutJson(message === '' ? line : line.replaceAll(message, ''));
    return quoted.reduce((rest, phrase) => rest.replaceAll(phrase, ''), own);
  };
}

/** The texts in a message that are more than a word, the longest first; none where it is no JSON. */
function phrases(message: string): readonly string[] {
  try {
    return texts(JSON.parse(message))
      .filter((text) => /\w\s+\w/.test(text))
      .toSorted((one, other) => other.length - one.length);
  } catch {
    return [];
  }
}

function texts(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Words by which a script says that it has done something. */
const done =
  /\b(?:success(?:ful(?:ly)?)?|blocked|unblocked|banned|unbanned|removed|deleted|quarantined|added|dropped|locked|disabled|killed|terminated|isolated|moved|sent|told|delivered|posted|notified|created)\b/i;

/** Words that take it back: it was not done, it is only meant to be, or somebody else has done it. */
const notDone =
  /\b(?:no|not|never|nothing|none|without|un(?:able|success\w*)|would|will|to be|should|trying|attempt\w*|about to|already|skipp\w*|ignor\w*|missing|invalid|fail\w*|errors?|cannot|could|couldn't|if|when|before|previously|starting|started|received|ended|outside|unsafe|refus\w*|reject\w*|denied|protected|whitelist\w*|allow-?list\w*|exempt\w*)\b|\?/i;

/** The line of a start's log that says that something was done; undefined where there is none. */
export function claimed(step: Logged): string | undefined {
  const own = speech(step);
  return step.log.find((line) => {
    const said = own(line);
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
