import path from 'node:path';
import * as vscode from 'vscode';
import { type Expected, expectedDeeds, expectedMeans, expectedWords } from '../../dryrun';
import { saidByScript, sayExpected } from '../../script-checks';
import type { Catalog } from '../../wazuh/catalog';
import { dryRunSettings } from '../settings';
import { expectedBySetting } from './expect-setting';
import { findTarget, placeOf } from './target';

/** `wazuh.sayExpected`: asks what a script should do, and writes it into the script as a comment. It is not saved. */
export async function sayExpectedCommand(catalog: Catalog, uri: unknown): Promise<void> {
  const place = placeOf(uri, undefined);
  if (!place) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a script first: what it should do is written into it, as a comment.'),
    );
    return;
  }
  const target = await findTarget(place, catalog);
  if (target) await askAndSay(target.script);
}

async function askAndSay(script: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(script);
  const name = path.posix.basename(script.path);
  const said = saidByScript(document.getText());
  const what = await ask(name, said.kind === 'expected' ? said.what : undefined);
  if (what === undefined) return;
  const { span, newText } = sayExpected(name, document.getText(), what);
  const [start, end] = [document.positionAt(span.start), document.positionAt(span.end)];
  const edit = new vscode.WorkspaceEdit();
  edit.replace(script, new vscode.Range(start, end), newText);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(start, start),
  });
  await tellOfSetting(script, name);
}

async function ask(script: string, now: Expected | undefined): Promise<Expected | undefined> {
  const items = expectedDeeds.map((what) => ({
    label: expectedWords(what),
    detail: expectedMeans(what),
    ...(what === now && { description: vscode.l10n.t('as it says now') }),
    what,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What Should {0} Do?', script),
    placeHolder: vscode.l10n.t('Written into the script as a comment; dry runs measure it by that.'),
  });
  return choice?.what;
}

/** A setting goes before what the script says: whoever changes the comment must know. */
async function tellOfSetting(script: vscode.Uri, name: string): Promise<void> {
  if (expectedBySetting(dryRunSettings(script).expect, name) === undefined) return;
  const open = vscode.l10n.t('Open Setting');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The setting wazuh.dryRun.expect names {0} too, and goes before its comment.', name),
    open,
  );
  if (choice === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'wazuh.dryRun.expect');
}
