import * as vscode from 'vscode';
import type { Finding } from '../../dryrun';

/** How long the language server may take to look at a script that was just opened, in ms. */
const PATIENCE = 1500;

/**
 * The editor's preferred quick fix for each finding that the text shows too, by code. Empty for a script that the
 * language server says nothing about.
 */
export async function quickFixes(
  script: vscode.Uri,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, vscode.CodeAction>> {
  const codes = findings.filter(({ line }) => line !== undefined).map(({ code }) => code);
  if (codes.length === 0) return new Map();
  await vscode.workspace.openTextDocument(script);
  const told = await diagnosed(script, codes);
  const fixes = await Promise.all(
    told.map(async (diagnostic) => [codeOf(diagnostic), await fixOf(script, diagnostic)] as const),
  );
  return new Map(fixes.flatMap(([code, fix]) => (fix ? [[code, fix] as const] : [])));
}

/** Applies a quick fix, and shows the place where it changed the script. */
export async function applyFix(script: vscode.Uri, { edit, command }: vscode.CodeAction): Promise<void> {
  const document = await vscode.workspace.openTextDocument(script);
  const range = edit?.get(script)[0]?.range;
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    ...(range && { selection: new vscode.Range(range.start, range.start) }),
  });
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The diagnostics of these codes, the first of each; waits until one is there. */
async function diagnosed(
  script: vscode.Uri,
  codes: readonly string[],
): Promise<readonly vscode.Diagnostic[]> {
  const now = () => {
    const all = vscode.languages.getDiagnostics(script).filter((one) => codes.includes(codeOf(one)));
    return [...new Map(all.toReversed().map((one) => [codeOf(one), one])).values()];
  };
  if (now().length > 0) return now();
  await new Promise<void>((resolve) => {
    const enough = () => {
      listening.dispose();
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(enough, PATIENCE);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === script.toString())) enough();
    });
  });
  return now();
}

async function fixOf(
  script: vscode.Uri,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    script,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const fixing = actions.filter(({ diagnostics, edit }) =>
    Boolean(edit && diagnostics?.some((one) => codeOf(one) === codeOf(diagnostic))),
  );
  return fixing.find(({ isPreferred }) => isPreferred === true) ?? fixing[0];
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
