import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { quietSettings } from '../../build/editor/settings';
import type { Results } from './suite';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'out/host');

/** A desktop VS Code to test in, by its path; the hosted one otherwise. */
const executable = process.env.VSCODE_EXECUTABLE ?? path.join(import.meta.dirname, 'shim.mjs');

/** The folders of suite/, each a launch of VS Code: in the second one the workspace is not trusted. Arguments choose some. */
const suites = ['trusted', 'restricted'] as const;
type Suite = (typeof suites)[number];

async function bundleTests(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...(await testFiles())].map((file) => path.join('test/host/suite', file)),
    outbase: 'test/host/suite',
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function testFiles(): Promise<readonly string[]> {
  const files = await readdir(path.join(import.meta.dirname, 'suite'), { recursive: true });
  return files.filter((file) => file.endsWith('.test.ts'));
}

/** Runs one suite in a VS Code of its own. @throws {Error} Unless it says itself that tests ran and none failed. */
async function runSuite(suite: Suite): Promise<Results> {
  const scratch = await mkdtemp(path.join(tmpdir(), `wazuh-${suite}-`));
  const resultsFile = path.join(scratch, 'results.json');
  const environment = { WAZUH_TEST_SUITE: suite, WAZUH_TEST_RESULTS: resultsFile };
  try {
    const profile = path.join(scratch, 'profile');
    await mkdir(path.join(profile, 'User'), { recursive: true });
    await writeFile(path.join(profile, 'User/settings.json'), JSON.stringify(quietSettings));
    await launch[suite]([path.join(root, 'demo'), `--user-data-dir=${profile}`], environment);
    const results: Results = JSON.parse(await readFile(resultsFile, 'utf8'));
    if (results.passed === 0 || results.failed > 0) throw new Error(`${suite}: ${JSON.stringify(results)}`);
    return results;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

type Launch = (launchArgs: string[], environment: Readonly<Record<string, string>>) => Promise<void>;

const launch: Readonly<Record<Suite, Launch>> = {
  async trusted(launchArgs, extensionTestsEnv) {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(out, 'index.js'),
      launchArgs,
      extensionTestsEnv,
    });
  },
  // Not by runTests: it always says --disable-workspace-trust.
  async restricted(launchArgs, environment) {
    const args = [
      ...launchArgs,
      ...[
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
      ],
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${path.join(out, 'index.js')}`,
    ];
    const child = spawn(executable, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`VS Code ended with status ${code}.`);
  },
};

try {
  await bundleTests();
  let passed = 0;
  const wanted = process.argv.slice(2);
  for (const suite of suites.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    console.log(`VS Code, ${suite} workspace`);
    passed += (await runSuite(suite)).passed;
  }
  console.log(`${passed} passed, 0 failed`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
