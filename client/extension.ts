import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { closeTags } from './auto-close';
import { reportDebugInformation } from './debug-information';
import { changeAlert, type DryRunNeeds, dryRunAgain, dryRunCommand, runAgain } from './dry-run/command';
import { revokeConsent } from './dry-run/consent';
import { findingPages } from './dry-run/explain-finding';
import { sayExpectedCommand } from './dry-run/say-expected';
import { Trials } from './dry-run/trials';
import { openExample } from './example';
import { type LanguageServer, startLanguageServer } from './language-server';
import { makeExecutable } from './make-executable';
import { newScript, stepsPages } from './new-script/command';
import { roleStatus, setRole } from './role-status';
import { rulePages, showRule } from './rules/show-rule';
import { shippedCatalog, shippedReader } from './shipped';
import { type TestExplorer, testExplorer } from './test-explorer/explorer';
import { showInPanel } from './test-explorer/show-in-panel';

let server: LanguageServer | undefined;

/** What other extensions may use. */
export interface Api {
  /** The scripts of the workspace as tests, and the profile that runs them. */
  readonly tests: Pick<TestExplorer, 'controller' | 'profile'>;
}

/** Called by VS Code for the first `ossec-conf` document, the first of our commands, or a workspace with scripts. */
export function activate(context: vscode.ExtensionContext): Api {
  // The rooms below know no editor: their words are translated by the same bundle.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const languageServer = startLanguageServer(context);
  server = languageServer;
  const catalog = shippedCatalog(context.extensionPath);
  const readScript = shippedReader(context.extensionPath);
  const trials = new Trials(context, readScript, {
    runAgain: (script, manner) => guarded(() => runAgain(dryRuns, script, manner)),
    changeAlert: (script) => guarded(() => changeAlert(dryRuns, script)),
    sayExpected: (script) => guarded(() => sayExpectedCommand(catalog, script)),
  });
  const dryRuns: DryRunNeeds = { server: languageServer, catalog, memory: context.workspaceState, trials };
  const testNeeds = { ...dryRuns, readScript };
  const tests = testExplorer(testNeeds);
  const newScripts = { extensionPath: context.extensionPath, server: languageServer, catalog };
  const commands: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    'wazuh.dryRun': (uri, position) => dryRunCommand(dryRuns, uri, position),
    'wazuh.dryRunAgain': () => dryRunAgain(dryRuns),
    'wazuh.dryRunTest': (item) => showInPanel(testNeeds, item),
    'wazuh.sayExpected': (uri) => sayExpectedCommand(catalog, uri),
    'wazuh.makeExecutable': (uri) => makeExecutable(languageServer, uri),
    'wazuh.revokeConsent': () => revokeConsent(context.workspaceState),
    'wazuh.newScript': () => newScript(newScripts),
    'wazuh.showRule': () => showRule(languageServer),
    'wazuh.setRole': setRole,
    'wazuh.openExample': openExample,
    'wazuh.restartServer': () => languageServer.restart(),
    'wazuh.showServerLog': () => languageServer.showLog(),
    'wazuh.reportDebugInformation': () => reportDebugInformation(context, languageServer),
  };
  context.subscriptions.push(
    languageServer,
    trials,
    roleStatus(languageServer),
    closeTags(languageServer),
    rulePages(languageServer, catalog),
    stepsPages(context.extensionPath),
    findingPages(),
    tests,
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(id, (...args: readonly unknown[]) => guarded(() => run(...args))),
    ),
  );
  return { tests };
}

/** Called when the window closes or the extension is switched off: no process is left behind. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Says what went wrong in a notification; VS Code alone would only write it to a log. */
async function guarded(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const log = vscode.l10n.t('Show Log');
    const choice = await vscode.window.showErrorMessage(
      error instanceof Error ? error.message : String(error),
      log,
    );
    if (choice === log) server?.showLog();
    return undefined;
  }
}
