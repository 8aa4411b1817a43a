import * as vscode from 'vscode';

/** Runs a script again whenever it is saved, until the token says stop; a run of it that is under way is ended first. */
export function runOnSave(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  run: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>,
): void {
  const underWay = new Map<string, vscode.CancellationTokenSource>();
  const saving = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    const id = uri.toString();
    const script = controller.items.get(id);
    if (!script) return;
    const asked = request.include?.filter((item) => item === script || item.parent === script) ?? [script];
    if (asked.length === 0) return;
    underWay.get(id)?.cancel();
    const source = new vscode.CancellationTokenSource();
    underWay.set(id, source);
    void run(new vscode.TestRunRequest(asked, request.exclude, request.profile, true), source.token);
  });
  token.onCancellationRequested(() => {
    saving.dispose();
    for (const source of underWay.values()) source.cancel();
  });
}
