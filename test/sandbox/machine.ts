import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as all } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';
import type { Order, Outcome } from './order';

/** An account that nobody has, and a group that it is in. */
export const [USER, GROUP] = [54_321, 54_322];

/** Somebody who presses the button. */
export interface Somebody {
  readonly name: string;
  /** Words that run a command as this one. */
  readonly words: readonly string[];
}

const isRoot = process.getuid?.() === 0;

/** Root and an ordinary user where we may be both; else whoever we are. */
export const everybody: readonly Somebody[] = isRoot
  ? [
      { name: 'root', words: [] },
      {
        name: 'an ordinary user',
        words: ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, `--groups=${USER},${GROUP}`, '--'],
      },
    ]
  : [{ name: 'an ordinary user', words: [] }];

/** Under /tmp itself, where everybody may read it. */
const scratch = mkdtempSync(path.join(tmpdir(), 'dry-run-sandbox-'));
chmodSync(scratch, 0o755);
const ours = [scratch];
afterAll(() => {
  for (const folder of ours) rmSync(folder, { recursive: true, force: true });
});

const driver = path.join(scratch, 'driver.cjs');
buildSync({
  entryPoints: [path.join(import.meta.dirname, 'driver.ts')],
  outfile: driver,
  bundle: true,
  platform: 'node',
  format: 'cjs',
});

/** How a sandbox is opened. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Words that run a command in other surroundings, such as a mount namespace, and then as somebody. */
  readonly within?: (somebody: Somebody) => readonly string[];
}

/** Opens a sandbox as somebody and runs a text in it. */
export async function run(
  somebody: Somebody,
  order: Order,
  { env = {}, within = ({ words }) => words }: Surroundings = {},
): Promise<Outcome> {
  const words = [...within(somebody), process.execPath, driver, JSON.stringify(order)];
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
  });
  const [out, wrong, [code]] = await Promise.all([
    all(child.stdout),
    all(child.stderr),
    once(child, 'close'),
  ]);
  if (out === '' || code !== 0) throw new Error(`${wrong} (${code})`);
  return JSON.parse(out);
}

/** The lines that a text said; throws where it was not run. */
export async function said(
  ...[somebody, order, surroundings]: Parameters<typeof run>
): Promise<readonly string[]> {
  const came = await run(somebody, order, surroundings);
  if (came.kind === 'refused') throw new Error(`${came.reason} ${came.wayOut}`);
  return came.said;
}

/** A folder of ours somewhere on the machine, to be taken away in the end; undefined where we may not make one. */
export function folderIn(parent: string): string | undefined {
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    return undefined;
  }
  const folder = path.join(parent, `dry-run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  ours.push(folder);
  return folder;
}

/** Writes a file that only a group, or its owner, may read. */
export function file(where: string, content: string, mode = 0o644): void {
  writeFileSync(where, content, { mode });
  chmodSync(where, mode);
  if (isRoot) chownSync(where, 0, GROUP);
}

/**
 * Words that make mounts, in a namespace that is gone afterwards, and run a command in it as somebody.
 * @param mounts lines of sh
 */
export function within(mounts: string): (somebody: Somebody) => readonly string[] {
  const id = process.getuid?.() ?? 0;
  const back = isRoot ? [] : ['unshare', '--user', `--map-user=${id}`, '--'];
  return ({ words }) => [
    ...['unshare', ...(isRoot ? [] : ['--user', '--map-root-user']), '--mount', '--'],
    ...['sh', '-ec', `${mounts}\nexec "$@"`, 'sh', ...back, ...words],
  ];
}
