import * as vscode from 'vscode';
import { runHeaders, staticHeaders } from '../../dryrun';

const scheme = 'wazuh-finding';

/** Serves the pages that explain findings as read-only documents: `wazuh-finding:/weak-key.md`. */
export function findingPages(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent({ path }) {
      const header = [...runHeaders, ...staticHeaders].find(({ code }) => path === `/${code}.md`);
      if (!header) return vscode.l10n.t('There is no such finding.');
      return `# ${header.title}\n\n\`${header.code}\`\n\n${header.explanation}\n`;
    },
  });
}

/** Shows the page of a finding, as a preview beside the script. */
export async function explainFinding(code: string): Promise<void> {
  const page = vscode.Uri.from({ scheme, path: `/${code}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
