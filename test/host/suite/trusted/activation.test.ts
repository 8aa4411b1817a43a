import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, show } from '../demo';

// First of all files: activation happens once.
describe('activation', () => {
  after(closeAll);

  it('does not happen for the workspace, nor for files that are not ours', async () => {
    await show('alerts/web-attack.alert.json');
    await show('rules/local_rules.xml');
    assert.equal(extension().isActive, false);
  });

  it('happens for a configuration, quickly', async () => {
    const { document } = await show('ossec.conf');
    assert.equal(document.languageId, 'ossec-conf');
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

  it('is asked for by our language and our commands alone', () => {
    const { activationEvents } = extension().packageJSON;
    assert.deepEqual(activationEvents, []);
  });
});
