import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** Files that a script must not change: the system's own, and a canary wherever a user keeps things. */
export interface Canaries {
  /** An open workspace with a file in it. */
  readonly workspace: string;
  /** Everything about the machine that must stay as it is, by name. */
  look(): Promise<ReadonlyMap<string, string>>;
  remove(): Promise<void>;
}

const system = ['passwd', 'group', 'shadow', 'gshadow', 'hosts', 'hosts.deny', 'hosts.allow', 'resolv.conf'];

/** Commands that list firewall rules and routes; one that is not installed or not allowed lists nothing. */
const listings: readonly (readonly [string, ...string[]])[] = [
  ['iptables-save'],
  ['ip6tables-save'],
  ['nft', 'list', 'ruleset'],
  ['ip', 'route', 'show', 'table', 'all'],
];

/** Lays out the canaries: in the home, in the folders for scratch files, and in a workspace. */
export async function layCanaries(): Promise<Canaries> {
  const folders = await Promise.all(
    [homedir(), tmpdir(), '/var/tmp'].map((folder) => mkdtemp(path.join(folder, '.script-corpus-'))),
  );
  const workspace = path.join(folders[0] ?? tmpdir(), 'workspace');
  await mkdir(workspace);
  const own = [...folders, workspace].map((folder) => path.join(folder, 'canary.txt'));
  for (const file of own) await writeFile(file, 'alive\n', { mode: 0o666 });
  const files = [...own, ...system.map((name) => `/etc/${name}`)];
  return {
    workspace,
    look: async () => {
      const seen = [
        ...files.map(async (file) => [file, await digest(file)] as const),
        ...['/', '/etc', '/var', ...folders].map(
          async (folder) => [folder, (await readdir(folder)).sort().join(' ')] as const,
        ),
        ...listings.map(async (words) => [words.join(' '), await listing(words)] as const),
        readFile('/proc/self/mountinfo', 'utf8').then((text) => ['mounts', text] as const),
        readFile('/proc/sys/kernel/core_pattern', 'utf8').then((text) => ['core_pattern', text] as const),
      ];
      return new Map(await Promise.all(seen));
    },
    remove: async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is not as it was, by name. */
export function changed(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}

/**
 * Processes that run one of our scripts and are this process's, or nobody's any more: `pid words`. Reads /proc.
 * @param names of scripts
 */
export async function processes(names: readonly string[]): Promise<readonly string[]> {
  const all = new Map<string, { readonly words: string; readonly parent: string }>();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [words, status] = await Promise.all([text(`/proc/${pid}/cmdline`), text(`/proc/${pid}/status`)]);
    const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1] ?? '0';
    all.set(pid, { words: words.replaceAll('\0', ' ').trim(), parent });
  }
  const above = (pid: string): readonly string[] => {
    const parent = all.get(pid)?.parent;
    return parent === undefined || parent === '0' ? [pid] : [pid, ...above(parent)];
  };
  // Another test of the same scripts may run at the same time: what has a Node above it is that one's.
  const isOurs = (pid: string) =>
    above(pid).includes(String(process.pid)) ||
    !above(pid).some((one) => /\bnode\b/.test(all.get(one)?.words ?? ''));
  return [...all].flatMap(([pid, { words, parent }]) => {
    const script = names.some((name) => words.includes(`active-response/bin/${name}`));
    return (script && isOurs(pid)) || parent === String(process.pid) ? [`${pid} ${words}`] : [];
  });
}

/** Empty where a process has ended meanwhile. */
function text(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** Of a file's content; why it cannot be read, where it cannot. */
async function digest(file: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (problem) {
    return String(problem);
  }
}

function listing([command, ...words]: readonly [string, ...string[]]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, words, (_problem, stdout) => resolve(stdout.replaceAll(/^#.*$|\[\d+:\d+\]/gm, '')));
  });
}
