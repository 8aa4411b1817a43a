import type { Span } from '../wazuh/span';

/**
 * What a response is there to do, as settings, scripts and `--expect` name it. `moves the file away` holds for a file that
 * is deleted too; `only logs` for a script that is to do nothing else.
 */
export const expectedDeeds = [
  'blocks the address',
  'locks the account',
  'moves the file away',
  'ends the process',
  'posts a message',
  'scans the file',
  'changes the host',
  'only logs',
] as const;

export type Expected = (typeof expectedDeeds)[number];

/** What a user wrote for an expectation; blanks or hyphens, `blocks-the-address` or shortly `blocks`. Undefined for no such one. */
export function expectedFrom(words: string): Expected | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ');
  if (said === '') return undefined;
  const fitting = expectedDeeds.filter((deed) => deed === said || deed.startsWith(`${said} `));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** `# wazuh-ar: blocks the address`, a comment in any language of scripts: what stands before the words, and the words. */
const comment = /^(\uFEFF?[ \t]*(?:#|\/\/|::|rem\b)[ \t]*wazuh-ar:[ \t]*)(.*?)[ \t]*$/im;

/** What a script says of itself that it should do. `span`: of the words. */
export type SaidByScript =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'expected'; readonly what: Expected; readonly span: Span }
  /** `line` counts from 0. */
  | { readonly kind: 'unknown'; readonly words: string; readonly line: number; readonly span: Span };

export function saidByScript(text: string): SaidByScript {
  const match = comment.exec(text);
  if (!match) return { kind: 'nothing' };
  const [, before = '', words = ''] = match;
  const start = match.index + before.length;
  const span = { start, end: start + words.length };
  const what = expectedFrom(words);
  if (what) return { kind: 'expected', what, span };
  return { kind: 'unknown', words, line: text.slice(0, match.index).split('\n').length - 1, span };
}
