import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Expectation } from './expectation';
import { wrong } from './faulty';
import { further } from './further';
import { type Canaries, changed, layCanaries, processes } from './machine';
import { right } from './right';
import { compare, none, precision, recall, sum, type Tally } from './score';
import { harmful } from './stubborn';
import { type Tried, tryScript } from './trying';

/** The least share, of what was found and of what was to be found: of each finding, and of all together. */
const LEAST = 0.95;

/** How long a process may take to be gone, in ms. */
const GONE = 5000;

/** Tallies by `code, form`. */
const tallies = new Map<string, Tally>();
const complaints: string[] = [];

function judge(expectation: Expectation, tried: Tried): readonly string[] {
  const { script, sample, perhaps = [], says } = expectation;
  const lines: string[] = [];
  for (const form of ['text', 'run'] as const) {
    const difference = compare(tried[form], expectation[form] ?? [], perhaps);
    const place = form === 'text' ? 'in the text' : 'in a run';
    for (const kind of ['right', 'wrong', 'missed'] as const) {
      for (const code of difference[kind]) {
        const name = `${code.padEnd(26)}${place}`;
        const tally = tallies.get(name) ?? none;
        tallies.set(name, { ...tally, [kind]: tally[kind] + 1 });
        if (kind === 'wrong') lines.push(`${script} (${sample}): ${code} ${place} is not to be found`);
        if (kind === 'missed') lines.push(`${script} (${sample}): ${code} ${place} was not found`);
      }
    }
  }
  if (lines.length > 0) lines.push(...tried.remarks.map((remark) => `    ${remark}`));
  if (says && !says.test(tried.log.join('\n')))
    complaints.push(`${script}: its log does not say ${says}, but: ${tried.log.join(' | ')}`);
  return lines;
}

/** Works through the expectations, so many at a time, and looks after each whether the machine is as it was. */
async function work(
  expectations: readonly Expectation[],
  atOnce: number,
  canaries: Canaries,
): Promise<readonly string[]> {
  const before = await canaries.look();
  const left = expectations.values();
  const lines: string[] = [];
  const worker = async () => {
    for (const expectation of left) {
      lines.push(...judge(expectation, await tryScript(expectation, canaries.workspace)));
      for (const name of changed(before, await canaries.look()))
        complaints.push(`${expectation.script}: ${name} is not as it was`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return lines;
}

/** Processes that were not there at the start and do not go away. */
async function leftBehind(names: readonly string[], before: readonly string[]): Promise<readonly string[]> {
  const until = performance.now() + GONE;
  for (;;) {
    const left = (await processes(names)).filter((one) => !before.includes(one));
    if (left.length === 0 || performance.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function print(name: string, tally: Tally): void {
  const share = (of: number) => of.toFixed(2);
  const { right: good, wrong: bad, missed } = tally;
  console.log(
    `${name.padEnd(40)}${share(precision(tally))}   ${share(recall(tally))}   ${good} right, ${bad} wrong, ${missed} missed`,
  );
}

/** @param words `--all`, and parts of the names of the scripts to try; without any, all are tried */
async function main(words: readonly string[]): Promise<boolean> {
  const names = words.filter((word) => word !== '--all');
  const chosen = (expectations: readonly Expectation[]) =>
    expectations.filter(({ script }) => names.length === 0 || names.some((name) => script.includes(name)));
  const correct: readonly Expectation[] = words.includes('--all')
    ? right.map((expectation) => ({ ...expectation, scenarios: 'all' }))
    : right;
  const parallel = chosen([...correct, ...wrong, ...further]);
  const alone = chosen(harmful);
  const began = performance.now();
  const scripts = [...parallel, ...alone].map(({ script }) => path.basename(script));
  const atStart = await processes(scripts);
  const canaries = await layCanaries();
  const lines: string[] = [];
  try {
    lines.push(...(await work(parallel, availableParallelism(), canaries)));
    // One after the other, so that it is known which one did what.
    lines.push(...(await work(alone, 1, canaries)));
  } finally {
    await canaries.remove();
  }
  for (const one of await leftBehind(scripts, atStart)) complaints.push(`still running: ${one}`);

  for (const line of [...lines, '', `${'finding'.padEnd(26)}${'seen'.padEnd(14)}precision recall`])
    console.log(line);
  for (const name of [...tallies.keys()].sort()) print(name, tallies.get(name) ?? none);
  const all = sum(tallies.values());
  print('all', all);
  for (const complaint of complaints) console.error(complaint);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${parallel.length + alone.length} tries of scripts in ${seconds} s`);
  const enough = (tally: Tally) => precision(tally) >= LEAST && recall(tally) >= LEAST;
  return [...tallies.values(), all].every(enough) && complaints.length === 0;
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
