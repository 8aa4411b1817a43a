/**
 * What follows from a fault by itself: it is not told beside its cause, so that one thing to mend is one finding. What is
 * left when the cause is mended shows in the next run.
 */
export const consequences: Readonly<Record<string, readonly string[]>> = {
  injection: ['crashes', 'no-log', 'reads-to-eof', 'slow'],
  'missing-tool': [
    'crashes',
    'no-log',
    'no-handshake',
    'wrong-field',
    'no-target-check',
    'bad-json-crash',
    'needs-log',
  ],
  'mangles-input': ['crashes', 'no-log', 'no-handshake', 'wrong-field', 'no-target-check'],
  'wrong-field': ['crashes', 'no-log', 'no-target-check'],
  'reads-to-eof': ['slow', 'crashes', 'no-log', 'missing-tool'],
  'no-handshake': ['acts-before-continue', 'weak-key'],
  'acts-before-continue': ['ignores-abort'],
  'output-after-answer': ['crashes', 'no-log'],
  'no-delete': ['not-reverted', 'acts-on-delete', 'acts-once'],
  'not-reverted': ['acts-once'],
  crashes: ['no-log'],
  slow: ['no-log'],
};

/** Whether a fault follows from another. */
export function follows(code: string, cause: string): boolean {
  return consequences[cause]?.includes(code) ?? false;
}

/** The findings of runs without those that only follow from another one of them. */
export function causes<F extends { readonly code: string }>(findings: readonly F[]): readonly F[] {
  const explained = new Set(findings.flatMap(({ code }) => consequences[code] ?? []));
  return findings.filter(({ code }) => !explained.has(code));
}
