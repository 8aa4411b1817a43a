import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { dryRun, type TestRequest, testScript } from '../../dryrun';
import { ofText } from '../../dryrun/findings';
import { expectsDelete, staticFindings } from '../../script-checks';
import { readScript } from '../../script-checks/for-tests';
import { stockCatalog } from '../../wazuh/catalog/for-tests';
import type { Expectation } from './expectation';
import type { Vacuous } from './vacuous';

/** What was found in a script. */
export interface Tried {
  /** Codes that the text shows, each once. */
  readonly text: readonly string[];
  /** Codes that its runs show, each once. */
  readonly run: readonly string[];
  readonly log: readonly string[];
  /** What a person needs to see why: one line for each finding of a run. */
  readonly remarks: readonly string[];
}

/**
 * Tries a script as the product does: its text is read, the usual dry run is made, and the scenarios that are asked for.
 * @param workspace folder that a user would have open
 */
export async function tryScript(expectation: Expectation, workspace: string): Promise<Tried> {
  const { sample, timeout = 0, scenarios = [], limits = {} } = expectation;
  const script = path.join(import.meta.dirname, expectation.script);
  const alert = stockCatalog.sample(sample)?.alert;
  if (!alert) throw new Error(`No sample is called ${sample}`);
  const read = await readScript(readFileSync(script, 'utf8'), path.basename(script));
  const executable = (statSync(script).mode & 0o111) !== 0;
  const stateful = timeout !== 0 || expectsDelete(read);
  const inText = staticFindings(read, { alerts: [alert], stateful, executable });
  const request: TestRequest = {
    ...{ script, alert, timeout, limits, extraArgs: [] },
    ...{ sandbox: 'overlay', version: '4.14', workspaceFolder: workspace },
  };
  const { signal } = new AbortController();
  const report = await dryRun(request, { signal, readScript });
  const named = scenarios === 'all' ? {} : { scenarios };
  const results =
    scenarios.length === 0
      ? []
      : (await testScript({ ...request, ...named }, { signal, readScript })).scenarios;
  const seen = [
    ...report.findings
      .filter((finding) => finding.seen === 'in a run')
      .map((finding) => ({ in: '', ...finding })),
    ...results.flatMap(({ name, findings }) => findings.map((finding) => ({ in: name, ...finding }))),
  ];
  return {
    text: once(ofText(inText).map(({ code }) => code)),
    run: once(seen.map(({ code }) => code)),
    log: report.log,
    remarks: seen.map((finding) => `${finding.code} ${finding.in}: ${finding.evidence}`),
  };
}

/**
 * The scenarios that pass a script which nothing speaks for.
 * @param workspace folder that a user would have open
 */
export async function passes(
  { script, sample, timeout }: Vacuous,
  workspace: string,
): Promise<readonly string[]> {
  const alert = stockCatalog.sample(sample)?.alert;
  if (!alert) throw new Error(`No sample is called ${sample}`);
  const { scenarios } = await testScript(
    {
      ...{ script: path.join(import.meta.dirname, script), alert, timeout, limits: {}, extraArgs: [] },
      ...{ sandbox: 'overlay', version: '4.14', workspaceFolder: workspace },
    },
    { signal: new AbortController().signal, readScript },
  );
  return scenarios.filter(({ verdict }) => verdict === 'passed').map(({ name }) => name);
}

function once(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
