import { closeSync } from 'node:fs';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { type Found, type Snapshot, unchanged } from '../effects/snapshot';
import type { Baggage } from './contents';
import { WAZUH_HOME } from './layers';
import { onWindows } from './on-windows';
import { type Original, original } from './original';
import { makePipes } from './pipe';
import { asOrdinary, environment, ORDINARY } from './programs';
import type { Running, Sandbox } from './sandbox';
import { byPath, type Entry } from './seed/entry';
import { wazuhHome } from './seed/wazuh-home';
import { readCalls, readRules } from './stand-ins/calls';
import { standIns } from './stand-ins/commands';
import { standInScript } from './stand-ins/script';
import { startWithPipes, startWithSockets } from './start';

/**
 * No sandbox: the script runs on this machine, as the user who started it (on Linux, root steps down), in a scratch copy of
 * Wazuh's home, with the stand-ins first on its PATH. What it does elsewhere it really does, and nobody sees it.
 * @param pipes how many pipes its starts will take
 */
export async function openNone({ programs, binding }: Baggage, pipes: number): Promise<Sandbox> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'wazuh-dry-run-'));
  try {
    const entries = byPath(wazuhHome(programs, binding));
    for (const entry of entries.values()) await lay(scratch, entry);
    if (process.platform !== 'win32') await layStandIns(scratch);
    if (process.platform === 'linux' && process.getuid?.() === 0) await giveAway(scratch);
    const made = process.platform === 'linux' ? [...(await makePipes(pipes))] : undefined;
    return new None(scratch, original([{ name: 'ossec', at: '/', machine: false }], entries), made);
  } catch (problem) {
    await rm(scratch, { recursive: true, force: true });
    throw problem;
  }
}

class None implements Sandbox {
  readonly kind = 'none';
  readonly attack = {
    kind: 'none',
    reason: t('Without a sandbox nothing is tried from outside.'),
  } as const;
  readonly atStart = unchanged;
  private readonly started = new Set<Running>();

  constructor(
    private readonly scratch: string,
    readonly original: Original,
    private readonly pipes: number[] | undefined,
  ) {}

  start(program: string, heard: boolean): Running {
    const cwd = path.join(this.scratch, WAZUH_HOME);
    const own = path.join(this.scratch, 'bin');
    const env = {
      ...environment,
      PATH: [own, process.env.PATH].filter(Boolean).join(path.delimiter),
      ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {}),
    };
    const command = { words: words(program), env, cwd };
    const running = this.pipes
      ? startWithPipes(command, this.pipes, heard)
      : startWithSockets(command, heard);
    this.started.add(running);
    return running;
  }

  async look(): Promise<Snapshot> {
    const files = new Map<string, Found>();
    const home = path.join(this.scratch, WAZUH_HOME);
    for (const [inside, file] of await walk(home, WAZUH_HOME)) {
      const before = this.original.at(inside);
      const same = before?.kind === 'file' && file.kind === 'file' && before.content.equals(file.content);
      if (!same && !(before?.kind === 'folder' && file.kind === 'folder')) files.set(inside, file);
    }
    return {
      files,
      calls: readCalls(await this.record('calls')),
      caught: [],
      lent: [],
      inForce: [],
      attempts: new Map(),
      firewall: readRules(await this.record('rules')),
      processes: [],
      whole: true,
    };
  }

  async close(): Promise<void> {
    for (const running of this.started) running.kill();
    for (const fd of this.pipes?.splice(0) ?? []) closeSync(fd);
    await rm(this.scratch, { recursive: true, force: true });
  }

  /** Empty until a stand-in was called. */
  private async record(name: string): Promise<string> {
    const file = path.join(this.scratch, 'state', name);
    const there = await stat(file).catch(() => undefined);
    return there ? readFile(file, 'utf8') : '';
  }
}

/** How a program is run: by the kernel, or on Windows by what its name ends in. */
function words(program: string): readonly string[] {
  return process.platform === 'win32' ? onWindows(program) : asOrdinary(['sh', '-c', 'exec "$0"', program]);
}

async function lay(scratch: string, entry: Entry): Promise<void> {
  const place = path.join(scratch, entry.path);
  await mkdir(entry.kind === 'folder' ? place : path.dirname(place), { recursive: true });
  if (entry.kind === 'file') await writeFile(place, entry.content, { mode: entry.mode });
}

async function layStandIns(scratch: string): Promise<void> {
  const [bin, state] = [path.join(scratch, 'bin'), path.join(scratch, 'state')];
  await mkdir(bin);
  await mkdir(state);
  await writeFile(path.join(bin, '.stand-in'), standInScript(state), { mode: 0o755 });
  for (const name of [...standIns.always, ...standIns.missing])
    await symlink('.stand-in', path.join(bin, name));
}

/** Lets the ordinary user have everything below a folder. */
async function giveAway(folder: string): Promise<void> {
  await chown(folder, ORDINARY, ORDINARY);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await giveAway(place);
    else if (entry.isFile()) await chown(place, ORDINARY, ORDINARY);
  }
}

/** Everything below a folder, by the path that `inside` stands for. */
async function walk(folder: string, inside: string): Promise<readonly (readonly [string, Found])[]> {
  const found: (readonly [string, Found])[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [place, seen] = [path.join(folder, entry.name), `${inside}/${entry.name}`];
    if (entry.isSymbolicLink()) found.push([seen, { kind: 'link', target: await readlink(place) }]);
    else if (entry.isDirectory())
      found.push([seen, { kind: 'folder', mode: 0o755, opaque: false }], ...(await walk(place, seen)));
    else if (entry.isFile()) {
      const { mode, mtimeMs } = await stat(place);
      found.push([
        seen,
        { kind: 'file', mode: mode & 0o7777, content: await readFile(place), changed: mtimeMs },
      ]);
    }
  }
  return found;
}
