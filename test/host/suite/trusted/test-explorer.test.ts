import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, demoFile, eventually, show } from '../demo';
import { watchProcesses } from '../processes';
import { listenToRuns, type Outcome, runTests, scenariosOf, scriptTest, tests } from '../tests';

/** One of them, by its name. */
function only(scenarios: ReadonlyMap<string, vscode.TestItem>, name: string): vscode.TestItem {
  const found = scenarios.get(name);
  assert(found, `${name} is among ${[...scenarios.keys()].join()}`);
  return found;
}

function words(messages: readonly vscode.TestMessage[]): readonly string[] {
  return messages.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

function textOf(outcomes: readonly Outcome[]): string {
  return outcomes.flatMap(({ messages }) => words(messages)).join('\n');
}

describe('the Test Explorer', () => {
  afterEach(closeAll);

  it('finds the scripts, and starts nothing to do so', async () => {
    const processes = watchProcesses();
    try {
      await (await tests()).controller.refreshHandler?.(new vscode.CancellationTokenSource().token);
      assert.equal((await scriptTest('deny-host.py')).label, 'deny-host.py');
      await scriptTest('custom-ar.py');
      assert.deepEqual(processes.started, []);
    } finally {
      processes.stop();
    }
  });

  it('sees scripts come and go', async () => {
    const { controller } = await tests();
    const script = demoFile('active-response/bin/fresh.sh');
    const notes = demoFile('active-response/bin/notes.txt');
    await vscode.workspace.fs.writeFile(notes, Buffer.from('To do'));
    await vscode.workspace.fs.writeFile(script, Buffer.from('#!/bin/sh\n'));
    await eventually('the new script', () => controller.items.get(script.toString()));
    assert.equal(controller.items.get(notes.toString()), undefined);
    await vscode.workspace.fs.delete(script);
    await vscode.workspace.fs.delete(notes);
    await eventually('it to go', () => (controller.items.get(script.toString()) ? undefined : true));
  });

  it('offers the scenarios that can say something', async () => {
    const names = [...(await scenariosOf(await scriptTest('deny-host.py'))).keys()];
    for (const name of ['add', 'add-delete', 'abort', 'hostile-values'])
      assert(names.includes(name), names.join());
    assert(!names.includes('enable-disable'), 'that is for Wazuh 5');
  });

  it('passes a good script in every scenario', async () => {
    const script = await scriptTest('deny-host.py');
    const outcomes = await runTests([script]);
    assert.deepEqual(
      outcomes.filter(({ word }) => word !== 'passed').map(({ scenario, word }) => `${scenario} ${word}`),
      [],
    );
    assert.equal(outcomes.length, script.children.size);
  }).timeout(60_000);

  it('fails the script from the guide, at the line that is to blame', async () => {
    const script = await scriptTest('custom-ar.py');
    const add = only(await scenariosOf(script), 'add');
    const [outcome, ...others] = await runTests([add]);
    assert.deepEqual(others, []);
    assert.equal(outcome?.word, 'failed');
    const text = words(outcome.messages);
    const at = text.findIndex((one) => one.includes('reads-to-eof'));
    assert(at >= 0, text.join('\n'));
    const { location } = outcome.messages[at] ?? {};
    assert.equal(location?.uri.toString(), script.uri?.toString());
    const { document } = await show('active-response/bin/custom-ar.py');
    assert.match(document.lineAt(location?.range.start.line ?? 0).text, /stdin/);
  });

  it('says of the script itself what only its text shows', async () => {
    const file = demoFile('active-response/bin/loses-backslashes.sh');
    const log = '/var/ossec/logs/active-responses.log';
    await writeFile(file.fsPath, `#!/bin/bash\nread line\necho "$(date) $0: seen" >> ${log}\n`, {
      mode: 0o755,
    });
    const runs = await listenToRuns();
    try {
      const script = await scriptTest('loses-backslashes.sh');
      await runTests([only(await scenariosOf(script), 'add')]);
      assert.equal(runs.ofScripts[0]?.word, 'failed');
      assert.match(textOf(runs.ofScripts), /`mangles-input`/);
    } finally {
      runs.stop();
      await vscode.workspace.fs.delete(file);
    }
  });

  describe('what is not shown', () => {
    const log = 'echo "$(date "+%Y/%m/%d %H:%M:%S") $0: seen" >> /var/ossec/logs/active-responses.log';

    /** Runs scenarios of a script, or all, and says what was said of each, and of the script itself. */
    async function outcomesOf(name: string, text: string, only?: readonly string[]) {
      const file = demoFile(`active-response/bin/${name}`);
      await writeFile(file.fsPath, text, { mode: 0o755 });
      const runs = await listenToRuns();
      try {
        const script = await scriptTest(name);
        const all = await scenariosOf(script);
        await runTests(only ? [...all].flatMap(([id, one]) => (only.includes(id) ? [one] : [])) : [script]);
        return { scenarios: runs.outcomes, script: runs.ofScripts };
      } finally {
        runs.stop();
        await vscode.workspace.fs.delete(file);
      }
    }

    it('is skipped, and so is a script of which nothing is', async () => {
      const { scenarios, script } = await outcomesOf('idle.sh', `#!/bin/sh\nIFS= read -r line\n${log}\n`);
      assert(scenarios.length > 3);
      assert.deepEqual([...new Set(scenarios.map(({ word }) => word))], ['skipped']);
      assert.deepEqual(
        script.map(({ word }) => word),
        ['skipped'],
      );
    });

    // VS Code shows a script as the worst of itself and its scenarios, and takes skipped for better than passed.
    it('keeps a script from being green, though other scenarios passed', async () => {
      const text = [
        '#!/bin/sh',
        '# wazuh-ar: changes the host',
        'IFS= read -r line',
        'case $line in *\'"rule":{\'*) : > /etc/seen-by-response ;; esac',
        log,
      ];
      const { scenarios, script } = await outcomesOf('quiet.sh', `${text.join('\n')}\n`, [
        'add',
        'hostile-values',
      ]);
      assert.deepEqual(
        scenarios.map(({ scenario, word }) => `${scenario} ${word}`),
        ['add passed', 'hostile-values skipped'],
      );
      assert.deepEqual(
        script.map(({ word }) => word),
        ['failed'],
      );
      assert.match(textOf(script), /scenarios are not shown: .*hostile-values/);
    });
  });

  it('is what VS Code runs for the file in the editor', async () => {
    await show('active-response/bin/custom-ar.py');
    const runs = await listenToRuns();
    try {
      await vscode.commands.executeCommand('testing.runCurrentFile');
      await eventually('the run to end', () => (runs.counts.ended > 0 ? true : undefined));
      assert(runs.outcomes.some(({ scenario, word }) => scenario === 'add' && word === 'failed'));
    } finally {
      runs.stop();
    }
  }).timeout(60_000);

  it('ends when it is cancelled, and skips what was not run', async () => {
    const script = await scriptTest('deny-host.py');
    const source = new vscode.CancellationTokenSource();
    const running = runTests([script], source.token);
    setTimeout(() => source.cancel(), 100);
    const outcomes = await running;
    assert(outcomes.some(({ word }) => word === 'skipped'));
    assert.equal(outcomes.length, script.children.size);
    assert(outcomes.every(({ word }) => word !== 'errored'));
  });

  it('runs again whenever the script is saved, until it is told to stop', async () => {
    const { profile } = await tests();
    const script = await scriptTest('custom-ar.py');
    const add = only(await scenariosOf(script), 'add');
    const source = new vscode.CancellationTokenSource();
    const runs = await listenToRuns();
    try {
      await profile.runHandler(new vscode.TestRunRequest([add], undefined, profile, true), source.token);
      assert.equal(runs.counts.begun, 0);
      const { document } = await show('active-response/bin/custom-ar.py');
      const save = async (text: string) => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(document.lineCount, 0), text);
        assert((await vscode.workspace.applyEdit(edit)) && (await document.save()));
      };
      await save('# saved\n');
      await eventually('a run', () => (runs.counts.ended === 1 ? true : undefined));
      assert.deepEqual(
        runs.outcomes.map(({ scenario, word }) => `${scenario} ${word}`),
        ['add failed'],
      );
      source.cancel();
      await save('# again\n');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(runs.counts.begun, 1);
    } finally {
      runs.stop();
    }
  });

  it('shows a scenario in the panel', async () => {
    const script = await scriptTest('deny-host.py');
    const abort = only(await scenariosOf(script), 'abort');
    const report = await vscode.commands.executeCommand<{ scenario: string; verdict: string }>(
      'wazuh.dryRunTest',
      abort,
    );
    assert.equal(report?.scenario, 'abort');
    assert.equal(report.verdict, 'passed');
  });
});
