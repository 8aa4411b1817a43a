import * as vscode from 'vscode';
import type { RuleSummary } from '../../wazuh/ruleset';
import type { LanguageServer } from '../language-server';
import { searchRules } from '../requests';
import { ruleItem } from './rule-item';

/** Rules offered at once. More would not be read. */
const LIMIT = 60;
/** Pause after the last key before the server is asked, in ms. */
const PAUSE = 80;

export interface RuleItemOfPick extends vscode.QuickPickItem {
  readonly rule: RuleSummary;
}

/**
 * Makes a quick pick search rules while one types: the server knows numbers and words, so the pick's own filter is out
 * of the way. While an answer is awaited the pick is `busy`, and its entries are those of what was typed before.
 */
export function searchWhileTyping(
  pick: vscode.QuickPick<RuleItemOfPick>,
  server: LanguageServer,
): vscode.Disposable {
  let pause: NodeJS.Timeout | undefined;
  let asked = 0;

  async function search(query: string): Promise<void> {
    const question = ++asked;
    pick.busy = true;
    const found = await server.ready().then((client) => searchRules(client, query, LIMIT));
    if (question !== asked) return;
    pick.busy = false;
    pick.items = found.map((rule) => ({ ...ruleItem(rule), rule, alwaysShow: true }));
  }

  function report(error: unknown): void {
    pick.busy = false;
    pick.title = vscode.l10n.t('Rules cannot be searched: {0}', String(error));
  }

  pick.placeholder = vscode.l10n.t('A rule number, or words: ssh brute force');
  pick.matchOnDescription = false;
  pick.matchOnDetail = false;
  search(pick.value).catch(report);
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(pause)),
    pick.onDidChangeValue((value) => {
      clearTimeout(pause);
      pick.busy = true;
      pause = setTimeout(() => search(value).catch(report), PAUSE);
    }),
  );
}

/** The rule to take now: none while the entries are those of an older text, unless it is the very number typed. */
export function chosenRule(pick: vscode.QuickPick<RuleItemOfPick>): RuleSummary | undefined {
  const rule = pick.activeItems[0]?.rule;
  return pick.busy && String(rule?.id) !== pick.value.trim() ? undefined : rule;
}

/** Lets the user find a rule. undefined when they turn away. */
export function pickRule(server: LanguageServer, title: string): Promise<RuleSummary | undefined> {
  const pick = vscode.window.createQuickPick<RuleItemOfPick>();
  pick.title = title;
  const searching = searchWhileTyping(pick, server);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const rule = chosenRule(pick);
      if (!rule) return;
      resolve(rule);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      searching.dispose();
      pick.dispose();
    });
    pick.show();
  });
}
