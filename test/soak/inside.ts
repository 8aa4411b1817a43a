import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DryRunRequest, dryRun } from '../../dryrun';
import { sshAlert } from '../../dryrun/fixtures/alert';
import { keepBaselineWasm, scriptReader } from '../../script-checks';

/**
 * Run as a process of its own in a process and a mount namespace of its own, so that whatever is there is left by the runs:
 * `inside.cjs RUNS FOLDER`. The folder holds the scripts and the grammars. Prints what is left, as JSON.
 */
const [, , runs = '1', folder = '.'] = process.argv;
keepBaselineWasm();
const readScript = scriptReader((name) => readFileSync(path.join(folder, name)));

/** What is there that a run could leave behind. */
async function inventory() {
  // The ends of the pipes of what has ended close a moment later.
  await sleep(300);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return {
    processes: pids.map((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 3).join(' '),
    ),
    mounts: readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n'),
    namespaces: [...new Set(pids.flatMap(namespacesOf))].toSorted(),
    temporary: readdirSync(tmpdir()),
    descriptors: readdirSync('/proc/self/fd').flatMap(target),
  };
}

/** What a descriptor leads to, without its number; none where it was that of the listing. */
function target(fd: string): readonly string[] {
  try {
    return [readlinkSync(`/proc/self/fd/${fd}`).replace(/\d+/g, '')];
  } catch {
    return [];
  }
}

function namespacesOf(pid: string): readonly string[] {
  return readdirSync(`/proc/${pid}/ns`).map((kind) => readlinkSync(`/proc/${pid}/ns/${kind}`));
}

/** One run: a response that is right, one that calls somebody, one that leaves a daemon, one that is aborted. */
async function run(round: number): Promise<void> {
  const names = [
    'good-firewall.sh',
    'good-hosts-deny.sh',
    'notify.py',
    'leaves-daemon.sh',
    'sleeper.sh',
  ] as const;
  const name = names[round % names.length] ?? names[0];
  const request: DryRunRequest = {
    script: path.join(folder, name),
    alert: sshAlert,
    timeout: 60,
    sandbox: 'overlay',
    extraArgs: [],
    version: '4.14',
  };
  const stop = new AbortController();
  const onProgress = name === 'sleeper.sh' ? () => setTimeout(() => stop.abort(), 20) : () => undefined;
  try {
    await dryRun(request, { signal: stop.signal, readScript, onProgress });
  } catch (problem) {
    if (!stop.signal.aborted) throw problem;
  }
}

async function soak(): Promise<void> {
  // What the process itself keeps open from then on.
  for (let round = 0; round < 5; round++) await run(round);
  const before = await inventory();
  for (let round = 0; round < Number(runs); round++) {
    await run(round);
    if ((round + 1) % 100 === 0) console.error(`${round + 1} runs`);
  }
  console.log(JSON.stringify({ before, after: await inventory() }));
}

soak();
