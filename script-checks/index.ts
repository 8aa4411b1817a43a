import { type FieldRead, readFields } from './fields-read';
import { sendsKeys } from './handshake';
import { script } from './script';

export type { FieldRead } from './fields-read';
export type { Finding, FindingHeader, StaticFinding } from './finding';
export type { Knowledge } from './knowledge';
export { type Language, language, shebang } from './language';
export { looksLikeActiveResponse } from './recognise';
export { staticFindings, staticHeaders } from './static-findings';

/** The fields of the alert that a script's text reads: `data.srcip`. See `readFields` for how they are found. */
export function fieldsRead(text: string, fileName: string): readonly FieldRead[] {
  return readFields(script(text, fileName));
}

/** Whether a script's text asks execd with `check_keys` before it acts: the mark of a stateful script. */
export function shakesHands(text: string, fileName: string): boolean {
  return sendsKeys(script(text, fileName));
}
