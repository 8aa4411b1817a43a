import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

const node: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  minify: process.argv.includes('--production'),
  logLevel: 'warning',
};

/** Bundles the extension, the server and the command line into `dist/`, and lays the catalog's data and the templates beside them. */
async function bundle(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  // vsce writes the package there, and makes no folder for it.
  await mkdir(path.join(root, 'out'), { recursive: true });
  await Promise.all([
    build({ ...node, entryPoints: ['client/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] }),
    build({ ...node, entryPoints: ['server/main.ts'], outfile: 'dist/server.js' }),
    build({
      ...node,
      entryPoints: ['cli/main.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
    }),
    build({
      absWorkingDir: root,
      bundle: true,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      minify: true,
      logLevel: 'warning',
      entryPoints: { panel: 'client/panel/web/main.ts', 'panel-style': 'client/panel/web/panel.css' },
      outdir: 'dist',
    }),
    cp(path.join(root, 'wazuh/catalog/data'), path.join(dist, 'catalog'), { recursive: true }),
    cp(path.join(root, 'scaffold/templates'), path.join(dist, 'templates'), { recursive: true }),
  ]);
}

await bundle();
