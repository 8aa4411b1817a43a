import { type CompletionList, InsertTextFormat } from 'vscode-languageserver-types';

/** The list for a client that knows no snippets: tab stops become the text that they would begin with. */
export function withoutSnippets(list: CompletionList): CompletionList {
  return {
    ...list,
    items: list.items.map((item) => {
      if (item.insertTextFormat !== InsertTextFormat.Snippet || !item.textEdit) return item;
      const newText = plainText(item.textEdit.newText);
      return {
        ...item,
        insertTextFormat: InsertTextFormat.PlainText,
        textEdit: { ...item.textEdit, newText },
      };
    }),
  };
}

/** What a snippet writes before anything is typed into it. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\d+|\$\{\d+\}/g, '')
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, (_, first: string) =>
      first.replace(/\\(.)/g, '$1'),
    )
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
}
