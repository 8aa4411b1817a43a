import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Report } from '../../../../dryrun';
import { closeAll, demoFile, place, show } from '../demo';
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

  it('changes nothing in the workspace', async () => {
    const files = async () => (await vscode.workspace.findFiles('**/*')).map(String).toSorted();
    const before = await files();
    await dryRun(demoFile('active-response/bin/deny-host.py').toString());
    assert.deepEqual(await files(), before);
  });
});
