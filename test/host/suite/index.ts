import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** What a run leaves for the process that started VS Code: an exit status alone cannot tell "all passed" from "none ran". */
export interface Results {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Called by VS Code in the extension host: runs the test files beside this one and writes {@link Results}.
 *
 * @throws {Error} When a test failed or none ran: VS Code then ends with status 1.
 */
export async function run(): Promise<void> {
  const { WAZUH_TEST_SUITE: suite, WAZUH_TEST_RESULTS: resultsFile } = process.env;
  if (suite === undefined || resultsFile === undefined)
    throw new Error('Started by hand? Use test/host/run.ts.');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    forbidOnly: true,
    forbidPending: true,
  });
  const folder = path.join(__dirname, suite);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(path.join(folder, file));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes: passed, failures: failed } = stats ?? { passes: 0, failures: 0 };
  const results: Results = { passed, failed };
  writeFileSync(resultsFile, JSON.stringify(results));
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('no test ran');
}
