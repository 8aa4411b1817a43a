import { execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the product into a folder of a test's own, for `dist/` may be in use or not there. The path of its `cli.js`. */
export async function bundled(folder: string): Promise<string> {
  const dist = path.join(folder, 'dist');
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, 'build/bundle.ts', '--out', dist], { cwd: root });
  await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  return path.join(dist, 'cli.js');
}
