import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from './install.mjs';
import { quietSettings, type Settings } from './settings';

export interface ServerOptions {
  readonly host: Host;
  /** Folder for everything that this server remembers; made if it is missing. */
  readonly profile: string;
  readonly settings?: Settings;
  /** 0, the default: any free one. */
  readonly port?: number;
  /** Which built-in extensions: `few` starts in half the time. */
  readonly builtIn: 'all' | 'few';
  /** Whether folders are trusted without asking. */
  readonly trusted: boolean;
  /** Whether a page may run extension tests. Without it VS Code ignores the test's parameters, and says nothing. */
  readonly testDriver: boolean;
  /** A secret that the page's address must carry; without one, anybody on this machine may use the editor. */
  readonly token?: string;
}

/** A running VS Code server, listening on 127.0.0.1. */
export interface Server {
  readonly port: number;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves when the server's own process ends, with its exit status. */
  readonly ended: Promise<number | null>;
  /** Ends the server and everything that it started. */
  stop(): Promise<void>;
}

const startTime = 60_000;
const stopTime = 5_000;

/**
 * Starts VS Code's server for a browser to connect to.
 *
 * @throws {Error} When it ends or stays silent instead of listening, with its output.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { host, profile } = options;
  await mkdir(path.join(profile, 'User'), { recursive: true });
  await writeFile(
    path.join(profile, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }),
  );
  const child = spawn(
    host.node,
    [path.join(host.vscode, 'out/server-main.js'), ...serverArguments(options)],
    {
      env: { ...process.env, XDG_DATA_HOME: profile, XDG_CONFIG_HOME: profile },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that extension hosts and terminals end with it.
      detached: true,
    },
  );
  const stop = () => endGroup(child);
  try {
    return { ...(await listening(child)), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

function serverArguments(options: ServerOptions): readonly string[] {
  const { host, profile } = options;
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--accept-server-license-terms'],
    ...['--user-data-dir', profile, '--server-data-dir', path.join(profile, 'server')],
    ...['--extensions-dir', extensionsFolder(profile), '--telemetry-level', 'off'],
    ...(options.token === undefined ? ['--without-connection-token'] : ['--connection-token', options.token]),
    ...(options.builtIn === 'few' ? ['--builtin-extensions-dir', host.fewExtensions] : []),
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** Where a profile keeps the extensions installed into it. */
function extensionsFolder(profile: string): string {
  return path.join(profile, 'extensions');
}

async function listening(child: ChildProcess): Promise<Omit<Server, 'stop'>> {
  let text = '';
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}.\n${text}`));
    setTimeout(fail, startTime, `did not listen within ${startTime / 1000} s`).unref();
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (problem) => fail(`did not start: ${problem.message}`));
    void ended.then((code) => fail(`ended with status ${code}`));
  });
  return { port, ended, output: () => text };
}

async function endGroup(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, stopTime).unref())]);
  // What is left of the group, whether or not its leader has gone.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}

/**
 * Installs a packaged extension into a profile.
 *
 * @throws {Error} When VS Code refuses it, with its output.
 */
export async function installExtension(host: Host, profile: string, vsix: string): Promise<void> {
  await mkdir(profile, { recursive: true });
  const child = spawn(
    host.node,
    [
      path.join(host.vscode, 'out/server-main.js'),
      ...['--install-extension', vsix, '--force', '--accept-server-license-terms'],
      ...['--user-data-dir', profile, '--server-data-dir', path.join(profile, 'server')],
      ...['--extensions-dir', extensionsFolder(profile)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}.\n${text}`);
}
