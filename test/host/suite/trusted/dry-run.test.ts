import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Report } from '../../../../dryrun';
import { closeAll, codeOf, demoFile, diagnosticsWith, place, show } from '../demo';
import { watchProcesses } from '../processes';

/** Starts a dry run, and accepts what each question suggests until there is a report. */
async function dryRun(...args: readonly unknown[]): Promise<Report> {
  let report: Report | undefined;
  let ended = false;
  const asked = vscode.commands.executeCommand<Report | undefined>('wazuh.dryRun', ...args).then((value) => {
    report = value;
    ended = true;
  });
  while (!ended) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await asked;
  assert(report, 'the run ends with a report');
  return report;
}

describe('what a script should do', () => {
  afterEach(closeAll);

  it('is written into it as a comment, which can be undone', async () => {
    const { document } = await show('active-response/bin/custom-ar.py');
    const before = document.getText();
    let ended = false;
    const asked = vscode.commands.executeCommand('wazuh.sayExpected').then(() => {
      ended = true;
    });
    while (!ended) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await asked;
    assert.match(document.getText(), /^#!.*\n# wazuh-ar: blocks the address\n/);
    assert(document.isDirty, 'it is not saved');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('is underlined where nobody knows its words', async () => {
    const file = demoFile('active-response/bin/unknown.sh');
    const text = '#!/bin/sh\n# wazuh-ar: bloks the address\nIFS= read -r line\n';
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
    try {
      const { document } = await show('active-response/bin/unknown.sh');
      const all = await diagnosticsWith(document.uri, 'unknown-expectation');
      const found = all.find((one) => codeOf(one) === 'unknown-expectation');
      assert.equal(found?.severity, vscode.DiagnosticSeverity.Warning);
      assert.equal(document.getText(found.range), 'bloks the address');
      await assert.rejects(dryRun(document.uri.toString()), /the run ends with a report/);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('a dry run', () => {
  afterEach(closeAll);

  it('of a good response, from its block, passes and takes everything back', async () => {
    const { document } = await show('ossec.conf');
    const processes = watchProcesses();
    try {
      const report = await dryRun(document.uri.toString(), place(document, '<command>deny-host'));
      assert.equal(report.verdict, 'passed', JSON.stringify(report.findings));
      assert.equal(report.reverted, true);
      assert.deepEqual(report.findings, []);
      assert(report.script.endsWith('deny-host.py'));
      assert.match(
        report.transcript.map(({ line }) => line).join('\n'),
        /check_keys[\s\S]*continue[\s\S]*delete/,
      );
      // The same watch that sees nothing in Restricted Mode.
      assert(processes.started.length > 0);
    } finally {
      processes.stop();
    }
    assert(
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      ),
      'a panel shows it',
    );
  });

  it('of the script from the guide says why it never blocks', async () => {
    const { document } = await show('ossec.conf');
    const report = await dryRun(
      document.uri.toString(),
      place(document, '<command>custom-ar</command>\n    <location>'),
    );
    assert.equal(report.verdict, 'failed');
    const codes = report.findings.map(({ code }) => code);
    for (const code of ['reads-to-eof', 'wrong-field']) assert(codes.includes(code), codes.join());
    for (const { code, evidence } of report.findings) assert.notEqual(evidence, '', code);
  });

  it('measures a script by the setting, and refuses words that nobody knows', async () => {
    const configuration = vscode.workspace.getConfiguration('wazuh');
    const script = demoFile('active-response/bin/deny-host.py').toString();
    const expecting = (words: string) =>
      configuration.update('dryRun.expect', { 'deny-host.py': words }, vscode.ConfigurationTarget.Workspace);
    try {
      await expecting('locks the account');
      const report = await dryRun(script);
      assert.deepEqual(
        [report.verdict, report.expected, report.expectedFrom],
        ['failed', 'locks the account', 'given'],
      );
      await expecting('bans it');
      await assert.rejects(dryRun(script), /the run ends with a report/);
    } finally {
      await configuration.update('dryRun.expect', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('changes nothing in the workspace', async () => {
    const files = async () => (await vscode.workspace.findFiles('**/*')).map(String).toSorted();
    const before = await files();
    await dryRun(demoFile('active-response/bin/deny-host.py').toString());
    assert.deepEqual(await files(), before);
  });
});
