import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, demoFile, diagnosticsWith, extension, place, show } from '../demo';
import { watchProcesses } from '../processes';
import { listenToRuns, scriptTest, tests } from '../tests';

/** Long enough for a run to have begun: in a trusted workspace it takes well under a second. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2500));

describe('Restricted Mode', () => {
  afterEach(closeAll);

  it('is on', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('leaves the language its features', async () => {
    const { document } = await show('ossec.conf');
    const found = await diagnosticsWith(document.uri, 'agent-id-missing');
    assert(found.some((one) => codeOf(one) === 'command-not-defined'));
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place(document, '5712,5763', 1),
    );
    assert(hovers.length > 0);
  });

  const script = () => demoFile('active-response/bin/deny-host.py');
  const ways: Readonly<Record<string, () => Promise<readonly [string, ...unknown[]]>>> = {
    'the command on a script': async () => ['wazuh.dryRun', script().toString()],
    'the command on a response': async () => {
      const { document } = await show('ossec.conf');
      return ['wazuh.dryRun', document.uri.toString(), place(document, '<command>deny-host')];
    },
    'the command without arguments, a script in the editor': async () => {
      await vscode.window.showTextDocument(script());
      return ['wazuh.dryRun'];
    },
    'running again': async () => {
      await vscode.window.showTextDocument(script());
      return ['wazuh.dryRunAgain'];
    },
    'the lens of a response': async () => {
      const { document } = await show('ossec.conf');
      await extension().activate();
      const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      const lens = lenses.find(({ command }) => command?.command === 'wazuh.dryRun');
      assert(lens?.command);
      return [lens.command.command, ...(lens.command.arguments ?? [])];
    },
  };

  for (const [name, way] of Object.entries(ways)) {
    it(`runs nothing by ${name}`, async () => {
      const [command, ...args] = await way();
      await extension().activate();
      const processes = watchProcesses();
      try {
        // Not awaited: it ends when the message that says why is closed.
        const asked = vscode.commands.executeCommand(command, ...args);
        await aWhile();
        // Were there a list of alerts, this would choose one.
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await aWhile();
        await vscode.commands.executeCommand('notifications.clearAll');
        await asked;
        assert.deepEqual(processes.started, []);
        assert(
          !vscode.window.tabGroups.all.some(({ tabs }) =>
            tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
          ),
        );
      } finally {
        processes.stop();
      }
    });
  }

  it('lists the tests', async () => {
    assert.equal((await scriptTest('deny-host.py')).label, 'deny-host.py');
  });

  const testWays: Readonly<Record<string, (script: vscode.TestItem) => Promise<unknown>>> = {
    'running a test': async (script) => {
      const { profile } = await tests();
      const { token } = new vscode.CancellationTokenSource();
      await profile.runHandler(new vscode.TestRunRequest([script], undefined, profile), token);
    },
    'running all tests': async () => {
      const { profile } = await tests();
      const { token } = new vscode.CancellationTokenSource();
      await profile.runHandler(new vscode.TestRunRequest(undefined, undefined, profile), token);
    },
    'saving a script that is run continuously': async (script) => {
      const { profile } = await tests();
      const source = new vscode.CancellationTokenSource();
      await profile.runHandler(new vscode.TestRunRequest([script], undefined, profile, true), source.token);
      const { document } = await show('active-response/bin/deny-host.py');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '# saved\n');
      assert((await vscode.workspace.applyEdit(edit)) && (await document.save()));
      await aWhile();
      source.cancel();
    },
    'showing a test in the panel': async (script) =>
      void vscode.commands.executeCommand('wazuh.dryRunTest', script),
  };

  for (const [name, way] of Object.entries(testWays)) {
    it(`runs nothing by ${name}`, async () => {
      const script = await scriptTest('deny-host.py');
      const runs = await listenToRuns();
      const processes = watchProcesses();
      try {
        await way(script);
        await aWhile();
        await vscode.commands.executeCommand('notifications.clearAll');
        assert.deepEqual(processes.started, []);
        assert.equal(runs.counts.begun, 0);
      } finally {
        processes.stop();
        runs.stop();
      }
    });
  }
});
