// `npm run dry-run-overhead`: what a dry run costs, over a bare spawn of the same script.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DryRunRequest, dryRun, type Report } from '../dryrun';
import { sshAlert } from '../dryrun/fixtures/alert';
import { readScript } from '../script-checks/for-tests';

/** ms. More is a failure. */
const MOST = 250;

const ROUNDS = 21;

const fixtures = path.resolve(import.meta.dirname, '../dryrun/fixtures');

/** Median of the times of some works, in ms of the clock and of the processor (this process and its children). */
async function measure(work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly cpu: number }> {
  const times: number[] = [];
  const before = cpu();
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  return { ms: median, cpu: (cpu() - before) / ROUNDS };
}

/** Processor time in ms up to now: utime, stime and those of ended children in proc_pid_stat(5), in ticks of 10 ms. */
function cpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
}

function run(script: string, scenario?: 'add' | 'add-delete'): Promise<Report> {
  const request: DryRunRequest = {
    script: path.join(fixtures, script),
    alert: sshAlert,
    timeout: 60,
    ...(scenario === undefined ? {} : { scenario }),
    sandbox: 'overlay',
    extraArgs: [],
    version: '4.14',
  };
  return dryRun(request, { signal: new AbortController().signal, readScript });
}

/** The script alone, for add and for delete, with what execd would say. */
async function bare(script: string, cwd: string): Promise<void> {
  const message = (command: string) => `${JSON.stringify({ command, parameters: { alert: sshAlert } })}\n`;
  for (const command of ['add', 'delete']) {
    const child = spawn(path.join(fixtures, script), { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.write(message(command));
    if (command === 'add') {
      await once(child.stdout, 'data');
      child.stdin.write(message('continue'));
    }
    child.stdin.end();
    child.stdout.resume();
    await once(child, 'close');
  }
}

/** What the script itself took in there. */
function own({ steps }: Report): number {
  return steps.reduce((sum, { ms }) => sum + ms, 0);
}

const cwd = mkdtempSync(path.join(tmpdir(), 'dry-run-overhead-'));
mkdirSync(path.join(cwd, 'logs'));
try {
  const began = performance.now();
  await run('plain.sh');
  console.log(`the first run of a process: ${ms(performance.now() - began)}`);
  const alone = await measure(() => bare('plain.sh', cwd));
  console.log(`bare spawn, add and delete: ${ms(alone.ms)}`);
  const overheads = [
    await told('add-delete', () => run('plain.sh', 'add-delete'), alone.ms),
    await told('as usual, with the probe of the handshake', () => run('plain.sh'), alone.ms),
  ];
  // It would block an address of this machine if it were run bare: its own time in the sandbox stands for that.
  const firewall = own(await run('good-firewall.sh'));
  overheads.push(
    await told('the same with a firewall and the proof', () => run('good-firewall.sh'), firewall),
  );
  const calling = own(await run('notify.py', 'add'));
  overheads.push(await told('one that calls somebody', () => run('notify.py', 'add'), calling));
  if (overheads.some((overhead) => overhead > MOST)) {
    console.error(`More than ${MOST} ms.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(cwd, { recursive: true });
}

async function told(what: string, work: () => Promise<unknown>, without: number): Promise<number> {
  const { ms: whole, cpu: busy } = await measure(work);
  const overhead = whole - without;
  console.log(`${what}: ${ms(whole)}, overhead ${ms(overhead)}, processor ${ms(busy)}`);
  return overhead;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
