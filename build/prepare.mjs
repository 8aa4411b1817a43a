// Installs what the two commands need, on a machine that has Node 20 and nothing else. Plain Node: it runs before `npm ci`.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Debian packages, each with a program that shows that it is there. */
const debian = {
  browser: { chromium: process.env.CHROMIUM || 'chromium' },
  dryRun: {
    iproute2: 'ip',
    iptables: 'iptables',
    jq: 'jq',
    nftables: 'nft',
    procps: 'ps',
    python3: 'python3',
    'util-linux': 'unshare',
  },
};

/** A reason to stop that needs no stack trace: its message says what to do. */
export class Stop extends Error {}

/** @throws {Stop} Where this Node is too old for the project. */
export function requireNode() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  throw new Stop(`Node 20 or newer is needed; this is ${process.version}.`);
}

/**
 * Installs the npm packages of the lock file, unless they are all there.
 * @param {(line: string) => void} say Told what takes time.
 */
export function installPackages(say) {
  if (packagesAreInstalled()) return;
  say('Installing npm packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Whether every package that the lock file asks for lies in node_modules in the same version. */
function packagesAreInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([where, wanted]) =>
      where === '' ||
      installed[where]?.version === wanted.version ||
      // Packages for other systems are not installed here.
      (wanted.optional && !(where in installed)),
  );
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function readPackages(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : {};
}

/**
 * Installs missing Debian packages as root, or with sudo where it asks for no password.
 * @param {readonly ('browser' | 'dryRun')[]} needs
 * @param {(line: string) => void} say Told what takes time.
 * @throws {Stop} Where it cannot: names the command to type.
 */
export function installPrograms(needs, say) {
  const missing = needs
    .flatMap((need) => Object.entries(debian[need]))
    .filter(([, program]) => !findProgram(program))
    .map(([name]) => name);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (!findProgram('apt-get'))
    throw new Stop(`These programs are missing: ${names}. Install them and try again.`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    throw new Stop(
      `These programs are missing. Install them and try again:\n  sudo apt-get update && sudo apt-get install --no-install-recommends ${names}`,
    );
  }
  say(`Installing Debian packages: ${names} …`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0'];
  run(...command([...apt, 'update']));
  run(...command([...apt, 'install', '-y', '--no-install-recommends', ...missing]));
}

/** @param {string[]} words @returns {[string, string[]]} */
function command([first = '', ...rest]) {
  return [first, rest];
}

/**
 * The full path of a program on PATH, or in the folders where Debian keeps what only root usually runs.
 * @param {string} name A name or an absolute path.
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const folders = path.isAbsolute(name)
    ? ['']
    : [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} program @param {string[]} args Output is kept back unless it fails. @throws {Stop} With that output. */
export function run(program, args) {
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status === 0) return;
  const why = done.error?.message ?? `${done.stdout}${done.stderr}`;
  throw new Stop(`${[program, ...args].join(' ')} failed.\n${why}`);
}
