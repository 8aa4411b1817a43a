// `npm test`: installs what is missing, then checks everything, cheapest first, and stops at the first failure.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { installHost } from './editor/install.mjs';
import { installPackages, installPrograms, requireNode, root, Stop } from './prepare.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what For the heading.
 * @property {string} run A command line of programs from node_modules/.bin.
 * @property {string} [beside] A later step that goes on meanwhile: it waits a lot, or keeps one core busy.
 * @property {RegExp} [tests] Finds each count of passed tests in the output; without it the step is one test.
 */

/** How our own runners close. */
const ours = /^(\d+) passed, 0 failed$/gm;
const vitest = /^ +Tests +(\d+) passed/gm;

/** @type {readonly Step[]} */
const steps = [
  { name: 'types', what: 'Types', run: 'tsc -b' },
  { name: 'lint', what: 'Style and lint', run: 'biome check .' },
  { name: 'layering', what: 'Rooms import downward only', run: 'tsx build/layering.ts' },
  { name: 'docs', what: 'Generated pages are up to date', run: 'tsx build/docs.ts --check' },
  { name: 'unit', what: 'Unit and property tests', run: 'vitest run', tests: vitest },
  {
    name: 'grammar',
    what: 'Colours of ossec.conf',
    run: 'vscode-tmgrammar-test test/grammar/*.test.conf',
    tests: /^✓ /gm,
  },
  { name: 'conformance', what: 'Verdicts of Wazuh itself', run: 'tsx build/conformance.ts --check' },
  { name: 'execd', what: 'Recordings of the real execd', run: 'tsx build/execd-cases.ts', tests: ours },
  {
    name: 'edits',
    what: '100,000 random edits',
    run: 'vitest run --config test/vitest.config.mts test/edits',
    tests: vitest,
    beside: 'scenarios',
  },
  {
    name: 'sandbox',
    what: 'Nothing gets out of the sandbox',
    run: 'vitest run --config test/vitest.config.mts test/sandbox',
    tests: vitest,
    beside: 'scenarios',
  },
  {
    name: 'scenarios',
    what: 'What each scenario lets pass, and what it stops',
    run: 'vitest run --config test/vitest.config.mts test/scenarios',
    tests: vitest,
  },
  {
    name: 'package',
    what: 'The packaged extension',
    run: 'npm run --silent package',
    beside: 'script-corpus',
  },
  { name: 'script-corpus', what: 'Scripts with known faults', run: 'tsx test/scripts/run.ts' },
  {
    name: 'soak',
    what: 'Dry runs in a row leave nothing behind',
    run: 'tsx test/soak/main.ts 20',
    tests: ours,
  },
  {
    name: 'packed',
    what: 'What the package holds',
    run: 'vitest run --config test/vitest.config.mts test/package',
    tests: vitest,
  },
  { name: 'host', what: 'Inside the real VS Code', run: 'tsx test/host/run.ts', tests: ours },
  {
    name: 'ui',
    what: 'As a user clicks',
    run: 'vitest run --config test/vitest.config.mts test/ui',
    tests: vitest,
  },
];

const usage = `npm test                 everything
npm test -- NAME...      only these steps, in the order given here:
${steps.map(({ name, what }) => `  ${name.padEnd(12)} ${what}`).join('\n')}`;

/** @param {readonly string[]} names */
async function main(names) {
  if (names.includes('--help')) return console.log(usage);
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Stop(`No such step: ${unknown.join(', ')}.\n${usage}`);
  const started = Date.now();
  prepare();
  let passed = 0;
  const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name));
  /** @type {Promise<number>[]} */
  let underWay = [];
  for (const step of chosen) {
    underWay.push(runStep(step));
    if (chosen.some(({ name }) => name === step.beside)) continue;
    for (const count of await Promise.all(underWay)) passed += count;
    underWay = [];
  }
  console.log(`\nAll in ${seconds(started)}.`);
  console.log(`${passed} passed, 0 failed`);
}

function prepare() {
  requireNode();
  const started = Date.now();
  heading('What the tests need');
  const say = (/** @type {string} */ line) => console.log(line);
  installPackages(say);
  installPrograms(['browser', 'dryRun'], say);
  installHost(say);
  console.log(`ready, ${seconds(started)}`);
}

/**
 * @param {Step} step
 * @returns {Promise<number>} How many tests passed.
 * @throws {Stop} When the step failed, or passed without a test that passed.
 */
async function runStep(step) {
  const started = Date.now();
  const { status, output } = await runQuietly(step.run);
  heading(`${step.what} (${step.name})`);
  if (status !== 0) throw new Stop(`${output}\n${step.name} failed after ${seconds(started)}: ${step.run}`);
  if (!step.tests) {
    console.log(`ok, ${seconds(started)}`);
    return 1;
  }
  const count = [...output.matchAll(step.tests)].reduce((sum, [, n]) => sum + Number(n ?? 1), 0);
  if (count === 0) throw new Stop(`${output}\n${step.name} ran no test: ${step.run}`);
  console.log(`${count} passed, ${seconds(started)}`);
  return count;
}

/** @param {string} commandLine @returns {Promise<{ status: number | null, output: string }>} */
async function runQuietly(commandLine) {
  const bin = path.join(root, 'node_modules/.bin');
  const child = spawn(commandLine, {
    cwd: root,
    shell: true,
    env: { ...process.env, NO_COLOR: '1', PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const [status] = await once(child, 'close');
  return { status, output };
}

/** @param {string} text */
function heading(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - text.length))}`);
}

/** @param {number} since ms */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

try {
  await main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof Stop)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
