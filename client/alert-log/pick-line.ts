import * as vscode from 'vscode';
import { field } from '../../wazuh/alert';
import { ruleOf, target } from '../alerts/target';
import { readQuery } from './query';
import { type Hit, search } from './search';

/** Alerts that are listed: whoever wants an older one types what to look for. */
const MOST = 200;
/** How long the list waits for the next key before it searches, in ms. */
const PAUSE = 150;

interface Item extends vscode.QuickPickItem {
  readonly line: string;
}

/**
 * Lets the user choose an alert of a file that has one a line, the newest first, and narrow the list while they type.
 * Its line; undefined when they turn away.
 */
export function pickLine(file: vscode.Uri): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Which Alert of {0}?', vscode.workspace.asRelativePath(file));
  pick.placeholder = vscode.l10n.t('Newest first. Words to look for, or rule:5712, agent:web-01, level:10');
  let searching = new AbortController();
  let pause: NodeJS.Timeout | undefined;

  async function list(): Promise<void> {
    searching.abort();
    searching = new AbortController();
    const { signal } = searching;
    pick.busy = true;
    const items: Item[] = [];
    try {
      for await (const hits of search(file.fsPath, readQuery(pick.value), MOST, signal)) {
        if (signal.aborted) return;
        items.push(...hits.map(itemOf));
        pick.items = items;
      }
      if (!signal.aborted && items.length === 0) pick.items = [];
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
    if (!signal.aborted) pick.busy = false;
  }

  return new Promise((resolve) => {
    pick.onDidChangeValue(() => {
      clearTimeout(pause);
      pause = setTimeout(() => void list(), PAUSE);
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      if (!chosen) return;
      resolve(chosen.line);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(pause);
      searching.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void list();
  });
}

function itemOf({ line, alert }: Hit): Item {
  const [rule, level] = [ruleOf(alert), field(alert, 'rule.level')];
  const [when, agent] = [field(alert, 'timestamp'), field(alert, 'agent.name')];
  return {
    label: String(field(alert, 'rule.description') ?? vscode.l10n.t('Rule {0}', rule ?? '?')),
    description: [vscode.l10n.t('rule {0}, level {1}', rule ?? '?', String(level ?? '?')), target(alert)]
      .filter(Boolean)
      .join(' · '),
    detail: [when, agent].filter((part) => typeof part === 'string').join(' · '),
    // The search has decided: VS Code must not filter once more by the words of the label.
    alwaysShow: true,
    line,
  };
}
