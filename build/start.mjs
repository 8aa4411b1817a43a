// `npm start`: the real VS Code with this extension in it, on a copy of the demo.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from './editor/install.mjs';
import { findProgram, installPackages, installPrograms, requireNode, root, run, Stop } from './prepare.mjs';

const usage = `npm start                     the demo, in VS Code: yours if \`code\` is on PATH, else one in the browser
npm start -- FOLDER           a folder of your own
npm start -- --browser        in the browser, whether or not \`code\` is there
npm start -- --port NUMBER    in the browser, at this port of 127.0.0.1`;

/** @typedef {{ folder: string, profile: string }} Session What is opened, and a profile that is not the user's own. */

async function main() {
  const options = readArguments();
  if (options.help) return console.log(usage);
  requireNode();
  const say = (/** @type {string} */ line) => console.log(line);
  installPackages(say);
  installPrograms(['dryRun'], say);
  say('Building the extension …');
  run('npm', ['run', '--silent', 'package']);
  const scratch = mkdtempSync(path.join(tmpdir(), 'active-response-'));
  try {
    const session = { folder: options.folder ?? copyOfDemo(scratch), profile: path.join(scratch, 'profile') };
    const desktop = options.browser ? undefined : findProgram('code');
    await (desktop === undefined ? openInBrowser(session, options.port) : openOnDesktop(session, desktop));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @throws {Stop} With the usage, where the command line makes no sense. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean' }, help: { type: 'boolean' }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`);
    const [folder] = positionals;
    if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${folder} is no folder.`);
    }
    return {
      help: values.help,
      port,
      browser: values.browser || values.port !== undefined,
      folder: folder === undefined ? undefined : path.resolve(folder),
    };
  } catch (problem) {
    throw new Stop(`${problem instanceof Error ? problem.message : problem}\n\n${usage}`);
  }
}

/** @param {string} scratch A copy, so that the mistakes of the demo can be mended without changing the clone. */
function copyOfDemo(scratch) {
  const folder = path.join(scratch, 'demo');
  cpSync(path.join(root, 'demo'), folder, { recursive: true });
  return folder;
}

const vsix = path.join(root, 'out/active-response-for-wazuh.vsix');

/** @param {Session} session @param {string} code Path of the desktop VS Code. */
async function openOnDesktop({ folder, profile }, code) {
  const common = [`--user-data-dir=${profile}`, `--extensions-dir=${path.join(profile, 'extensions')}`];
  if (process.getuid?.() === 0) common.push('--no-sandbox');
  run(code, [...common, '--install-extension', vsix]);
  console.log(`Opened ${folder} in VS Code. Close its window, or press Ctrl-C here.`);
  const child = spawn(code, [...common, '--new-window', '--wait', folder], { stdio: 'ignore' });
  await Promise.race([once(child, 'exit'), interrupted()]);
  child.kill();
}

/** @param {Session} session @param {number} port 0 for any free one. */
async function openInBrowser({ folder, profile }, port) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'VS Code in the browser needs Linux on x64. Put `code` on PATH (VS Code: Shell Command) and try again.',
    );
  }
  const host = installHost(console.log);
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('./editor/server')} */
  const { installExtension, startServer } = await tsImport('./editor/server.ts', import.meta.url);
  await installExtension(host, profile, vsix);
  const token = randomBytes(16).toString('hex');
  const stopped = interrupted();
  const server = await startServer({
    host,
    profile,
    port,
    builtIn: 'all',
    trusted: true,
    settings: { 'workbench.startupEditor': 'readme' },
    testDriver: false,
    token,
  });
  try {
    const query = new URLSearchParams({ tkn: token, folder });
    console.log(`\nVS Code is open at\n\n  http://127.0.0.1:${server.port}/?${query}\n\nCtrl-C stops it.`);
    const ended = await Promise.race([stopped, server.ended]);
    if (ended !== undefined) throw new Stop(`VS Code ended by itself.\n${server.output()}`);
  } finally {
    await server.stop();
  }
}

/** Resolves, with nothing, when the user wants to stop, or when npm has gone without passing the signal on. */
function interrupted() {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const stop = () => resolve(undefined);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  });
}

try {
  await main();
} catch (problem) {
  if (!(problem instanceof Stop)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
