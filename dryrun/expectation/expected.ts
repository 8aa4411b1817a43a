import { t } from '@vscode/l10n';

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

/** The expectation in the user's language, to stand behind "it". */
export function expectedWords(expected: Expected): string {
  switch (expected) {
    case 'blocks the address':
      return t('blocks the address');
    case 'locks the account':
      return t('locks the account');
    case 'moves the file away':
      return t('moves the file away');
    case 'ends the process':
      return t('ends the process');
    case 'posts a message':
      return t('posts a message');
    case 'changes the host':
      return t('changes the host');
    case 'only logs':
      return t('only logs');
  }
}

/** What a script is expected to do, and who says so. */
export interface Expectation {
  readonly what: Expected;
  /**
   * `given`: by the user, in a setting or with `--expect`; `script`: by a comment in the script; `run`: it was seen to do
   * that when it was run plainly; `text`: its text has the commands for it, and the run did not show them.
   */
  readonly from: 'given' | 'script' | 'run' | 'text';
}

/** `# wazuh-ar: blocks the address`, a comment in any language of scripts. */
const comment = /^[ \t]*(?:#|\/\/|::|rem\b)[ \t]*wazuh-ar:[ \t]*(.*?)[ \t]*$/im;

/** What a script says of itself that it should do. */
export type SaidByScript =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'expected'; readonly what: Expected }
  /** `line` counts from 0. */
  | { readonly kind: 'unknown'; readonly words: string; readonly line: number };

export function saidByScript(text: string): SaidByScript {
  const match = comment.exec(text);
  if (!match) return { kind: 'nothing' };
  const [, words = ''] = match;
  const what = expectedFrom(words);
  if (what) return { kind: 'expected', what };
  return { kind: 'unknown', words, line: text.slice(0, match.index).split('\n').length - 1 };
}
