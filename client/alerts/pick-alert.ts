import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { readAlert } from '../../wazuh/alert';
import type { Catalog } from '../../wazuh/catalog';
import type { RuleSummary } from '../../wazuh/ruleset';
import { pickLine } from '../alert-log/pick-line';
import { isAlertLog } from '../alert-log/search';
import type { LanguageServer } from '../language-server';
import { pickRule } from '../rules/pick-rule';
import { type AlertSource, type Chosen, type Entry, entries, firstChoice, type Offer } from './alert-source';

/** Files of one alert each that are offered. */
const MOST_FILES = 50;
/** Characters of a selection that may be remembered. */
const LONGEST_SELECTION = 65_536;
/** Where a manager writes its alerts, one a line (ALERTSJSON_DAILY, src/headers/defs.h, 4.14.7). */
const MANAGERS_LOG = '/var/ossec/logs/alerts/alerts.json';

/** What the list of alerts begins with, by what is run. */
export interface Wanted {
  readonly last: Offer['last'];
  readonly bound: readonly RuleSummary[];
  readonly fromResponse: boolean;
}

/** Lets the user choose the alert to send. undefined when they turn away. */
export async function pickAlert(
  wanted: Wanted,
  server: LanguageServer,
  catalog: Catalog,
): Promise<AlertSource | undefined> {
  const offer: Offer = {
    ...wanted,
    selection: selectedAlert(),
    files: await alertFiles(),
    logs: await alertLogs(),
    samples: catalog.samples,
  };
  const choice = await show(offer);
  if (choice === 'search') {
    const rule = await pickRule(server, vscode.l10n.t('An Alert for Which Rule?'));
    return rule && { kind: 'rule', id: rule.id };
  }
  if (choice === 'open') return openFile();
  return choice?.kind === 'log' ? lineOf(vscode.Uri.parse(choice.uri)) : choice;
}

interface Item extends vscode.QuickPickItem {
  readonly entry: Entry;
}

function show(offer: Offer): Promise<Chosen | undefined> {
  const list = entries(offer);
  const items = list.map(
    (entry): Item =>
      entry.kind === 'heading'
        ? { label: entry.label, kind: vscode.QuickPickItemKind.Separator, entry }
        : { label: entry.label, description: entry.description, detail: entry.detail, entry },
  );
  const first = firstChoice(list, offer);
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Dry Run: Which Alert?');
  pick.placeholder = vscode.l10n.t('The alert that the script is sent');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.activeItems = items.filter(({ entry }) => entry === first);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const entry = pick.activeItems[0]?.entry;
      resolve(entry?.kind === 'choice' ? entry.choice : undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The text selected in the editor, or without a selection the line of the cursor, where it is an alert. */
function selectedAlert(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const text = selection.isEmpty ? document.lineAt(selection.active.line).text : document.getText(selection);
  return text.length <= LONGEST_SELECTION && readAlert(text).kind === 'alert' ? text : undefined;
}

async function alertFiles(): Promise<Offer['files']> {
  const uris = await vscode.workspace.findFiles('**/*.alert.json', '**/node_modules/**', MOST_FILES);
  return uris
    .map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** The workspace's files of alerts, and that of a manager on this machine. */
async function alertLogs(): Promise<Offer['logs']> {
  const here = await vscode.workspace.findFiles('**/alerts.json', '**/node_modules/**', MOST_FILES);
  const readable = await access(MANAGERS_LOG).then(
    () => [vscode.Uri.file(MANAGERS_LOG)],
    // No manager on this machine, or none for this user.
    () => [],
  );
  return [...here.filter(({ scheme }) => scheme === 'file'), ...readable].map((uri) => ({
    uri: uri.toString(),
    path: vscode.workspace.asRelativePath(uri),
  }));
}

async function openFile(): Promise<AlertSource | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('One Alert as JSON, or a File of Alerts Such as alerts.json'),
      filters: { JSON: ['json'] },
    })) ?? [];
  if (!uri) return undefined;
  const manyLines = uri.scheme === 'file' && (await isAlertLog(uri.fsPath));
  return manyLines ? lineOf(uri) : { kind: 'file', uri: uri.toString() };
}

async function lineOf(log: vscode.Uri): Promise<AlertSource | undefined> {
  const text = await pickLine(log);
  return text === undefined ? undefined : { kind: 'line', text };
}
