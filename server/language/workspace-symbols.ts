import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { LanguageContext } from './context';

/** More would not be read: the client asks again as the user types on. */
const most = 200;

/** Commands and custom rules of the workspace whose name has the letters of `query` in order (LSP, workspace/symbol). */
export function workspaceSymbols(
  query: string,
  { workspaceCommands, customRules }: Pick<LanguageContext, 'workspaceCommands' | 'customRules'>,
): WorkspaceSymbol[] {
  const commands = workspaceCommands.map((command) => ({
    name: command.name,
    containerName: command.executable,
    kind: SymbolKind.Function,
    location: command.location,
  }));
  const rules = customRules.flatMap((rule) => {
    if (!rule.source) return [];
    const start = { line: rule.source.line, character: 0 };
    return {
      name: `${rule.id} ${rule.summary}`,
      containerName: rule.file,
      kind: SymbolKind.Event,
      location: { uri: rule.source.uri, range: { start, end: start } },
    };
  });
  return [...commands, ...rules].filter(({ name }) => hasInOrder(name, query)).slice(0, most);
}

function hasInOrder(text: string, letters: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    const found = lower.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}
