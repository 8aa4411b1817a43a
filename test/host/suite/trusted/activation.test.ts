import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension } from '../demo';

// First of all files: activation happens once.
describe('activation', () => {
  after(closeAll);

  it('happens for a workspace with scripts, quickly', async () => {
    const before = performance.now();
    await extension().activate();
    assert(performance.now() - before < 3000, 'within 3 s on a busy machine');
    assert.equal(extension().isActive, true);
  });

  it('registers every command that the manifest names', async () => {
    const contributed: readonly { command: string }[] = extension().packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert(contributed.length > 4);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('is asked for by our language, our commands, and scripts where Wazuh looks for them', () => {
    const { activationEvents } = extension().packageJSON;
    assert.deepEqual(activationEvents, [
      'workspaceContains:**/active-response/bin/*',
      'workspaceContains:**/ossec.conf',
    ]);
  });
});
