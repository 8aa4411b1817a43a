import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { installedGrammars } from '../script-checks/for-tests';

/**
 * Bundles fixtures/driver.ts, with the grammars beside it: a dry run in a process of its own.
 * @param folder where it is written
 * @returns the path of the bundle
 */
export function buildDriver(folder: string): string {
  const driver = path.join(folder, 'driver.cjs');
  buildSync({
    entryPoints: [path.join(import.meta.dirname, 'fixtures/driver.ts')],
    outfile: driver,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  for (const name of ['tree-sitter.wasm', 'tree-sitter-bash.wasm', 'tree-sitter-python.wasm'])
    writeFileSync(path.join(folder, name), installedGrammars(name));
  return driver;
}
