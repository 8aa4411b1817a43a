import { t } from '@vscode/l10n';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { commandNameAt } from './command-names';
import type { ConfigurationDocument } from './document';

/** A rename that cannot be done, and why. */
export interface Refusal {
  readonly refusal: string;
}

/** The name that can be renamed at `offset`: only those of commands can (LSP, textDocument/prepareRename). */
export function prepareRename(
  document: ConfigurationDocument,
  offset: number,
): { range: Range; placeholder: string } | null {
  const command = commandNameAt(document.configuration, offset);
  return command ? { range: document.range(command.at), placeholder: command.name } : null;
}

/** Gives the command at `offset` another name, where it is defined and wherever a response runs it. */
export function rename(
  document: ConfigurationDocument,
  offset: number,
  newName: string,
): WorkspaceEdit | Refusal {
  const command = commandNameAt(document.configuration, offset);
  if (!command) return { refusal: t('Only the names of commands can be renamed.') };
  const why = objection(newName);
  if (why !== undefined) return { refusal: why };
  if (newName !== command.name && document.configuration.definitions.has(newName)) {
    return { refusal: t('A command {0} is defined already.', newName) };
  }
  const edits = [...command.definitions, ...command.uses].map(({ element }) => ({
    range: document.range(element.textSpan),
    newText: newName,
  }));
  return { changes: { [document.uri]: edits } };
}

/** Why Wazuh would not take a command's name (config/active-response.c and os_execd/exec.c, 4.14.7). */
function objection(name: string): string | undefined {
  if (name.trim() === '') return t('A command needs a name.');
  if (name.trim() !== name) return t('Wazuh keeps blanks around a name as part of it: write it without.');
  if (name.startsWith('!')) return t('Wazuh refuses a command whose name begins with "!" (1235).');
  if (name.includes(' - ')) return t('" - " parts the fields of ar.conf: the command would not be found.');
  if (/[<>]/.test(name)) return t('A name cannot hold < or >.');
  return undefined;
}
