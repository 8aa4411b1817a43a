import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { requestProblem, type Scaffold, type ScaffoldRequest, scaffold } from '../../scaffold';
import type { Catalog } from '../../wazuh/catalog';
import { configuration, detectRole } from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import { configurations, textOf } from '../dry-run/configurations';
import type { LanguageServer } from '../language-server';
import type { Taken } from './answers';
import { offerBlocks } from './offer-blocks';
import { stepsPage } from './steps-page';
import { ask } from './wizard';
import { writeNew } from './write';

const scheme = 'wazuh-steps';

/** What a new script needs from the extension. */
export interface NewScriptNeeds {
  readonly extensionPath: string;
  readonly server: LanguageServer;
  readonly catalog: Catalog;
}

/** Asks what is wanted, writes the script, opens it, offers the blocks for `ossec.conf` and the steps that remain. */
export async function newScript(needs: NewScriptNeeds): Promise<void> {
  const taken = takenNames(needs.catalog);
  const wish = await ask({ server: needs.server, taken });
  if (!wish) return;
  const problem = requestProblem(wish.request, (await taken).reserved);
  if (problem) throw new Error(problem);
  const made = make(wish.request, needs.extensionPath);
  const script = await writeNew(wish.folder, made.script);
  await vscode.window.showTextDocument(script, { preview: false });
  await offerBlocks(made.blocks);
  await offerNext(script, wish.request);
}

/** Serves the pages of remaining steps; the address holds the request, so that a page outlives the window. */
export function stepsPages(extensionPath: string): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => stepsPage(make(JSON.parse(query), extensionPath)),
  });
}

function make(request: ScaffoldRequest, extensionPath: string): Scaffold {
  return scaffold(request, (name) =>
    readFileSync(path.join(extensionPath, 'dist', 'templates', name), 'utf8'),
  );
}

async function takenNames({ stockCommands, shippedExecutables }: Catalog): Promise<Taken> {
  const files = await Promise.all((await configurations()).map(textOf));
  const defined = files.map(read).map((xml) => configuration(xml, detectRole(xml)).definitions);
  return {
    reserved: [
      ...stockCommands.flatMap(({ name, executable }) => [name, executable]),
      ...shippedExecutables.map(({ name }) => name),
    ],
    defined: new Set(defined.flatMap((names) => [...names.keys()])),
  };
}

async function offerNext(script: vscode.Uri, request: ScaffoldRequest): Promise<void> {
  const tryIt = vscode.l10n.t('Dry Run');
  const steps = vscode.l10n.t('Deployment Steps');
  const name = vscode.workspace.asRelativePath(script);
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is written. Try it here before you deploy it.', name),
    tryIt,
    steps,
  );
  if (choice === tryIt) await vscode.commands.executeCommand('wazuh.dryRun', script.toString());
  if (choice === steps) {
    const page = vscode.Uri.from({
      scheme,
      path: `/Deploy ${request.name}.md`,
      query: JSON.stringify(request),
    });
    await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', page);
  }
}
