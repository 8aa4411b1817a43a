// `npm run dry-run-soak [-- RUNS]`: dry runs in a row leave no process, mount, namespace or temporary folder behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { installedGrammars } from '../../script-checks/for-tests';

/** What is there at a moment, by kind. */
type Inventory = Readonly<Record<string, readonly string[]>>;

const fixtures = path.resolve(import.meta.dirname, '../../dryrun/fixtures');
const asRoot = process.getuid?.() === 0;

/** Namespaces of each kind that the kernel allows there: with any that is left behind, they run out. */
const FEW = 64;

/** As an ordinary user, with the kernel's own count of namespaces for a second witness. */
const ordinary = [
  ...(asRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : []),
  ...['unshare', '--user', `--map-user=${asRoot ? 65_534 : process.getuid?.()}`],
  ...[`--map-group=${asRoot ? 65_534 : process.getgid?.()}`, '--keep-caps'],
  ...['--pid', '--mount', '--mount-proc', '--fork', '--kill-child', '--', 'sh', '-c'],
  `for kind in user mnt pid net ipc uts cgroup; do echo ${FEW} > /proc/sys/user/max_"$kind"_namespaces; done; "$@"; exit $?`,
  'sh',
];

const root = [
  'unshare',
  '--pid',
  '--mount',
  '--mount-proc',
  '--fork',
  '--kill-child',
  '--',
  'sh',
  '-c',
  '"$@"; exit $?',
  'sh',
];

/** What was left behind by so many runs. */
async function left(words: readonly string[], runs: number, folder: string): Promise<readonly string[]> {
  const temporary = path.join(folder, 'temporary');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  const [command = '', ...rest] = [
    ...words,
    process.execPath,
    path.join(folder, 'inside.cjs'),
    String(runs),
    folder,
  ];
  const child = spawn(command, rest, {
    cwd: '/',
    env: { PATH: process.env.PATH, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, 'close');
  rmSync(temporary, { recursive: true });
  if (code !== 0) return [`ended with ${code}`];
  const { before, after }: { before: Inventory; after: Inventory } = JSON.parse(output);
  return Object.keys(after).flatMap((kind) =>
    isDeepStrictEqual(before[kind]?.toSorted(), after[kind]?.toSorted())
      ? []
      : [`${kind}: ${JSON.stringify(before[kind])}, then ${JSON.stringify(after[kind])}`],
  );
}

const runs = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(path.join(tmpdir(), 'dry-run-soak-'));
try {
  chmodSync(folder, 0o755);
  await build({
    entryPoints: [path.join(import.meta.dirname, 'inside.ts')],
    outfile: path.join(folder, 'inside.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  for (const name of ['tree-sitter.wasm', 'tree-sitter-bash.wasm', 'tree-sitter-python.wasm'])
    writeFileSync(path.join(folder, name), installedGrammars(name));
  for (const name of [
    'good-firewall.sh',
    'good-hosts-deny.sh',
    'notify.py',
    'leaves-daemon.sh',
    'sleeper.sh',
  ])
    copyFileSync(path.join(fixtures, name), path.join(folder, name));
  const ways: readonly (readonly [who: string, words: readonly string[]])[] = [
    ['an ordinary user', ordinary],
    ...(asRoot ? ([['root', root]] as const) : []),
  ];
  let failed = 0;
  for (const [who, words] of ways) {
    const began = performance.now();
    const behind = await left(words, runs, folder);
    const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
    for (const what of behind) console.error(`left behind as ${who}: ${what}`);
    if (behind.length > 0) failed++;
    else console.log(`${runs} runs as ${who} left nothing behind, ${took}`);
  }
  console.log(`${ways.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
