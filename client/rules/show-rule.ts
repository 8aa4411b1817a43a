import * as vscode from 'vscode';
import type { Catalog } from '../../wazuh/catalog';
import type { RuleSummary } from '../../wazuh/ruleset';
import type { LanguageServer } from '../language-server';
import { findRule } from '../requests';
import { pickRule } from './pick-rule';
import { rulePage } from './rule-page';

const scheme = 'wazuh-rule';

/** Serves the pages of rules as read-only documents: `wazuh-rule:/Rule 5712.md`. */
export function rulePages(server: LanguageServer, catalog: Catalog): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const id = Number(/^\/Rule (\d+)\.md$/.exec(uri.path)?.[1]);
      const client = await server.ready();
      const rule = await findRule(client, id);
      if (!rule) return vscode.l10n.t('There is no rule {0}.', id);
      const parents = await Promise.all(rule.parents.map((parent) => findRule(client, parent)));
      return rulePage(rule, { catalog, parents: parents.filter((parent) => parent !== undefined) });
    },
  });
}

/** Finds a rule and shows it: a custom rule where it is written, a stock rule as a page. */
export async function showRule(server: LanguageServer): Promise<void> {
  const rule = await pickRule(server, vscode.l10n.t('Show Rule'));
  if (rule) await show(rule);
}

async function show(rule: RuleSummary): Promise<void> {
  if (!rule.source) {
    const page = vscode.Uri.from({ scheme, path: `/Rule ${rule.id}.md` });
    await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', page);
    return;
  }
  const at = new vscode.Position(rule.source.line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(rule.source.uri), {
    selection: new vscode.Range(at, at),
  });
}
