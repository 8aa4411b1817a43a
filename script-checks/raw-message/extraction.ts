import type { SyntaxNode } from '../syntax/node';

/** What a script takes out of the whole message by a tool that sees nothing but text in it. */
export interface Extraction {
  readonly node: SyntaxNode;
  /** The name that the value gets, where the text says so. */
  readonly variable: string | undefined;
  readonly take: Take;
}

export type Take =
  | {
      readonly kind: 'pattern';
      /** As JavaScript writes it. */
      readonly pattern: string;
      /** Which of several places it takes: a greedy `.*` at its beginning leaves the last one. */
      readonly which: 'first' | 'last';
    }
  /** The piece with this number, counted from 1, between marks. */
  | { readonly kind: 'piece'; readonly mark: string; readonly number: number };

/** What a pattern takes; a greedy start decides over what comes behind. */
export function byPattern(pattern: string, which: 'first' | 'last' = 'first'): Take {
  return { kind: 'pattern', pattern, which: /^\^?\(*\.\*(?!\?)/.test(pattern) ? 'last' : which };
}
