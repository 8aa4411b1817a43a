import { aboutTheFile, followsAnyStart, spoilsEveryRun } from '../../script-checks';

/**
 * What follows from a fault by itself: it is not told beside its cause, so that one thing to mend is one finding. What is
 * left when the cause is mended shows in the next run.
 */
export const consequences: Readonly<Record<string, readonly string[]>> = {
  'never-runs': followsAnyStart,
  // It works with empty words: what it does then says nothing of what it will do.
  'argv-protocol': followsAnyStart,
  injection: ['crashes', 'reads-to-eof', 'slow'],
  'mangles-input': [
    'crashes',
    'no-log',
    'no-handshake',
    'wrong-field',
    'no-target-check',
    'claims-without-act',
  ],
  'takes-wrong-field': [
    'wrong-field',
    'no-target-check',
    'does-not-block',
    'hits-allow-list',
    'ipv4-only',
    'bad-json-crash',
  ],
  'wrong-field': ['crashes', 'no-log', 'no-target-check', 'claims-without-act'],
  'ipv4-only': ['crashes', 'no-log'],
  // What the script says where it has no target is told with why it has none.
  'no-target-check': ['claims-without-act'],
  'bad-json-crash': ['claims-without-act'],
  'never-reads': [
    'no-handshake',
    'wrong-field',
    'no-target-check',
    'bad-json-crash',
    'hits-allow-list',
    'does-not-block',
    'acts-on-delete',
  ],
  'chatter-before-handshake': ['output-after-answer'],
  'no-handshake': ['acts-before-continue', 'weak-key'],
  'acts-before-continue': ['ignores-abort', 'claims-without-act'],
  'output-after-answer': ['crashes', 'no-log', 'claims-without-act'],
  'no-delete': ['not-reverted', 'acts-on-delete', 'acts-once'],
  'not-reverted': ['acts-once'],
  // What others had put there is gone: the host is not as it was, and that is why.
  'takes-too-much': ['not-reverted'],
  crashes: ['no-log'],
  slow: ['no-log'],
};

/** What a text shows, without what a script that spoils every run does not come to. Else each fault of a text is one to mend. */
export function causesInText<F extends { readonly code: string }>(
  found: readonly F[],
  codes: readonly string[],
): readonly F[] {
  const spoiling = codes.filter(spoilsEveryRun);
  return found.filter(
    ({ code }) => aboutTheFile.has(code) || !spoiling.some((cause) => follows(code, cause)),
  );
}

/** Whether a fault follows from another. */
export function follows(code: string, cause: string): boolean {
  return cause === 'syntax-error' || (consequences[cause]?.includes(code) ?? false);
}

/**
 * What runs have shown without what only follows from something else that they have shown, or from a fault of the text
 * that spoils every run. Any other fault of the text need not have played a part.
 * @param inText codes that the text shows
 */
export function causes<F extends { readonly code: string }>(
  seen: readonly F[],
  inText: readonly string[] = [],
): readonly F[] {
  const all = [...seen.map(({ code }) => code), ...inText.filter(spoilsEveryRun)];
  if (all.includes('syntax-error')) return seen.filter(({ code }) => aboutTheFile.has(code));
  const explained = new Set(all.flatMap((code) => consequences[code] ?? []));
  return seen.filter(({ code }) => !explained.has(code));
}
