import * as vscode from 'vscode';
import { readAlert } from '../../wazuh/alert';
import type { Catalog } from '../../wazuh/catalog';
import type { RuleSummary } from '../../wazuh/ruleset';
import type { LanguageServer } from '../language-server';
import { pickRule } from '../rules/pick-rule';
import { type AlertSource, type Entry, entries, firstChoice, type Offer } from './alert-source';

/** Files of one alert each that are offered. */
const MOST_FILES = 50;
/** Characters of a selection that may be remembered. */
const LONGEST_SELECTION = 65_536;

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
    samples: catalog.samples,
  };
  const choice = await show(offer);
  if (choice === 'search') {
    const rule = await pickRule(server, vscode.l10n.t('An Alert for Which Rule?'));
    return rule && { kind: 'rule', id: rule.id };
  }
  return choice === 'open' ? openFile() : choice;
}

interface Item extends vscode.QuickPickItem {
  readonly entry: Entry;
}

function show(offer: Offer): Promise<AlertSource | 'search' | 'open' | undefined> {
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

/** The text selected in the editor, where it is an alert. */
function selectedAlert(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const text = editor.document.getText(editor.selection);
  return text.length <= LONGEST_SELECTION && readAlert(text).kind === 'alert' ? text : undefined;
}

async function alertFiles(): Promise<Offer['files']> {
  const uris = await vscode.workspace.findFiles('**/*.alert.json', '**/node_modules/**', MOST_FILES);
  return uris
    .map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

async function openFile(): Promise<AlertSource | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('A File That Holds One Alert as JSON'),
      filters: { JSON: ['json'] },
    })) ?? [];
  return uri && { kind: 'file', uri: uri.toString() };
}
