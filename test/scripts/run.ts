import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Expectation } from './expectation';
import { wrong } from './faulty';
import { Figures } from './figures';
import { further } from './further';
import { type Canaries, changed, layCanaries, processes } from './machine';
import { publicManner } from './public-manner';
import { right } from './right';
import { harmful } from './stubborn';
import { passes, tryScript } from './trying';
import { vacuous } from './vacuous';

/** The least share, of what was found and of what was to be found: of each finding, and of all together. */
const GOAL = 0.95;

/** Below this the step fails, of all findings of a set together: what has been reached must not be lost again. */
const FLOORS = { corpus: 0.95, 'in the manner of public scripts': 0.95 } as const;

/** How long a process may take to be gone, in ms. */
const GONE = 5000;

const complaints: string[] = [];

/** Scripts and how long they took, in ms. */
const took: (readonly [script: string, ms: number])[] = [];

/** Does so many at a time, and looks after each whether the machine is as it was. */
async function work<T extends { readonly script: string }>(
  all: readonly T[],
  atOnce: number,
  canaries: Canaries,
  doOne: (one: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const before = await canaries.look();
  const left = all.values();
  const lines: string[] = [];
  const worker = async () => {
    for (const one of left) {
      const began = performance.now();
      lines.push(...(await doOne(one)));
      took.push([one.script, performance.now() - began]);
      for (const name of changed(before, await canaries.look()))
        complaints.push(`${one.script}: ${name} is not as it was`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return lines;
}

/** Tries a script, counts what was found, and says where that is not what was to be found. */
async function judge(
  expectation: Expectation,
  canaries: Canaries,
  figures: Figures,
): Promise<readonly string[]> {
  const { script, says } = expectation;
  const tried = await tryScript(expectation, canaries.workspace);
  if (says && !says.test(tried.log.join('\n')))
    complaints.push(`${script}: its log does not say ${says}, but: ${tried.log.join(' | ')}`);
  return figures.add(expectation, tried);
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

/** @param words `--all`, and parts of the names of the scripts to try; without any, all are tried */
async function main(words: readonly string[]): Promise<boolean> {
  const names = words.filter((word) => word !== '--all');
  const chosen = <T extends { readonly script: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ script }) => names.length === 0 || names.some((name) => script.includes(name)));
  const correct: readonly Expectation[] = words.includes('--all')
    ? right.map((expectation) => ({ ...expectation, scenarios: 'all' }))
    : right;
  const parallel = chosen([...correct, ...wrong, ...further]);
  const alone = chosen(harmful);
  const others = chosen(publicManner);
  const empty = chosen(vacuous);
  const all = [...parallel, ...alone, ...others, ...empty];
  const began = performance.now();
  const scripts = all.map(({ script }) => path.basename(script));
  const atStart = await processes(scripts);
  const canaries = await layCanaries();
  const sets: {
    readonly title: keyof typeof FLOORS;
    readonly figures: Figures;
    readonly lines: readonly string[];
  }[] = [];
  // One more than there are cores: scripts wait for execd, for their commands, and for their limits.
  const atOnce = availableParallelism() + 1;
  try {
    const own = new Figures();
    const ownLines = await work(parallel, atOnce, canaries, (one) => judge(one, canaries, own));
    const [harmfulLines] = await Promise.all([
      // One after the other, so that it is known which one did what: those beside them do nothing.
      work(alone, 1, canaries, (one) => judge(one, canaries, own)),
      work(empty, 1, canaries, async (one) => {
        for (const name of await passes(one, canaries.workspace))
          complaints.push(`${one.script} passes ${name}, although ${one.why}`);
        return [];
      }),
    ]);
    if (parallel.length + alone.length > 0)
      sets.push({ title: 'corpus', figures: own, lines: [...ownLines, ...harmfulLines] });
    const manner = new Figures();
    const lines = await work(others, atOnce, canaries, (one) => judge(one, canaries, manner));
    if (others.length > 0) sets.push({ title: 'in the manner of public scripts', figures: manner, lines });
  } finally {
    await canaries.remove();
  }
  for (const one of await leftBehind(scripts, atStart)) complaints.push(`still running: ${one}`);

  for (const { title, figures, lines } of sets)
    console.log([...lines, '', `== ${title}`, ...figures.lines(), ''].join('\n'));
  for (const complaint of complaints) console.error(complaint);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const slowest = took.toSorted(([, one], [, other]) => other - one).slice(0, 5);
  console.log(
    `${all.length} tries of scripts in ${seconds} s; the slowest: ${slowest.map(([script, ms]) => `${script} ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
  );
  for (const { title, figures } of sets)
    if (!figures.reach(GOAL)) console.log(`${title}: not everything reaches ${GOAL} yet`);
  return sets.every(({ title, figures }) => figures.holds(FLOORS[title])) && complaints.length === 0;
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
