import path from 'node:path';
import * as vscode from 'vscode';
import type { Catalog } from '../../wazuh/catalog';
import { type Binding, bindingAt, bindings, type Found } from './binding';
import { bindingsOf } from './configurations';
import { findScript } from './find-script';

/** What is to be run: a script, and the response that binds it, if one does. */
export interface Target {
  readonly script: vscode.Uri;
  readonly binding: Binding | undefined;
  /** Whether it was asked for at the response. */
  readonly fromResponse: boolean;
}

/** The place that a command was called for: its arguments, else the editor. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position | undefined;
}

/** Reads the arguments of `wazuh.dryRun`: a lens sends text and an LSP position, a menu an address and something else. */
export function placeOf(uri: unknown, position: unknown): Place | undefined {
  const editor = vscode.window.activeTextEditor;
  const asked =
    uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri) : editor?.document.uri;
  if (!asked) return undefined;
  const cursor = editor?.document.uri.toString() === asked.toString() ? editor.selection.active : undefined;
  return { uri: asked, position: lspPosition(position) ?? cursor };
}

function lspPosition(value: unknown): vscode.Position | undefined {
  if (typeof value !== 'object' || value === null || !('line' in value && 'character' in value))
    return undefined;
  const [line, character] = [Number(value.line), Number(value.character)];
  return line >= 0 && character >= 0 ? new vscode.Position(line, character) : undefined;
}

/** Finds what to run at a place; asks where that is not clear, says what is missing. undefined to do nothing. */
export async function findTarget(place: Place, catalog: Catalog): Promise<Target | undefined> {
  const document = await vscode.workspace.openTextDocument(place.uri);
  if (document.languageId !== 'ossec-conf') return fromScript(place.uri);
  const binding = await bindingIn(document, place.position);
  if (!binding) return undefined;
  const script = await findScript(binding.executable, catalog);
  return script && { script, binding, fromResponse: true };
}

async function fromScript(script: vscode.Uri): Promise<Target | undefined> {
  const all = await bindingsOf(path.posix.basename(script.path));
  if (all.length < 2) return { script, binding: all[0]?.binding, fromResponse: false };
  const choice = await pickBinding(
    all.map(({ uri, binding }) => ({ binding, where: vscode.workspace.asRelativePath(uri) })),
  );
  return choice && { script, binding: choice, fromResponse: false };
}

async function bindingIn(
  document: vscode.TextDocument,
  position: vscode.Position | undefined,
): Promise<Binding | undefined> {
  const text = document.getText();
  const found: Found = position ? bindingAt(text, document.offsetAt(position)) : { kind: 'none' };
  switch (found.kind) {
    case 'binding':
      return found.binding;
    case 'no-command':
      await say(vscode.l10n.t('This response names no <command>, so there is no script to run.'));
      return undefined;
    case 'undefined-command':
      await say(
        vscode.l10n.t(
          'No <command> of this file is called {0}, so there is no script to run.',
          found.command,
        ),
      );
      return undefined;
    case 'none':
      return oneOf(text);
  }
}

async function oneOf(text: string): Promise<Binding | undefined> {
  const all = bindings(text);
  if (all.length === 0) {
    await say(vscode.l10n.t('This file has no <active-response> that runs a script.'));
    return undefined;
  }
  return all.length === 1 ? all[0] : pickBinding(all.map((binding) => ({ binding, where: '' })));
}

async function pickBinding(
  choices: readonly { readonly binding: Binding; readonly where: string }[],
): Promise<Binding | undefined> {
  const items = choices.map(({ binding, where }) => ({
    label: binding.command,
    description: [binding.executable, timeoutWords(binding.timeout), where].filter(Boolean).join(' · '),
    detail: triggerWords(binding),
    binding,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Run It as Which Response?'),
  });
  return choice?.binding;
}

function timeoutWords(timeout: number): string {
  return timeout > 0 ? vscode.l10n.t('undone after {0} s', timeout) : vscode.l10n.t('not undone');
}

function triggerWords({ trigger: { ids, group, level } }: Binding): string {
  return [
    ids.length > 0 ? vscode.l10n.t('rules {0}', ids.map(({ id }) => id).join(', ')) : '',
    group === undefined ? '' : vscode.l10n.t('group {0}', group),
    level > 0 ? vscode.l10n.t('level {0} and above', level) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

async function say(message: string): Promise<void> {
  await vscode.window.showWarningMessage(message);
}
