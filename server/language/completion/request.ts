import type { CompletionItem, Range } from 'vscode-languageserver-types';
import type { Span } from '../../../wazuh/span';
import type { LanguageContext } from '../context';
import type { ConfigurationDocument } from '../document';

/** Where completion was asked for. */
export interface CompletionRequest {
  readonly document: ConfigurationDocument;
  /** The cursor. */
  readonly offset: number;
  readonly context: LanguageContext;
  /** The character that set it off (LSP, CompletionContext); undefined when the user asked or types a word. */
  readonly trigger: string | undefined;
}

/** What an item stands for, so that its documentation can be made when the user looks at it. */
export type ItemSubject =
  | { readonly kind: 'root'; readonly name: string }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'option'; readonly section: string; readonly path: readonly string[] }
  | { readonly kind: 'rule'; readonly id: number }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'executable'; readonly name: string };

/** `items` in the order in which the editor shall show them. */
export function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((item, index) => ({ ...item, sortText: String(index).padStart(5, '0') }));
}

/** The item's text and the range that it replaces. */
export function replacing(
  document: ConfigurationDocument,
  replace: Span,
  newText: string,
): { readonly textEdit: { readonly range: Range; readonly newText: string } } {
  return { textEdit: { range: document.range(replace), newText } };
}
