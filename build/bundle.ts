import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const { values: said } = parseArgs({
  options: { production: { type: 'boolean', default: false }, out: { type: 'string', default: 'dist' } },
});
const dist = path.resolve(root, said.out);

const shared: BuildOptions = { absWorkingDir: root, bundle: true, logLevel: 'warning' };

/**
 * The extension and the command line are two doors of one bundle, so that the engine is shipped once. Whoever comes in
 * by one door runs nothing that belongs to the other: each is a module that starts when it is asked for.
 */
const doors = `
  exports.client = () => require('./client/extension.ts');
  exports.cli = () => require('./cli/main.ts');
`;

const grammars = ['tree-sitter', 'tree-sitter-bash', 'tree-sitter-python', 'tree-sitter-powershell'];

/** Bundles the product into `dist/` (or `--out`), and lays what it reads beside it: catalog and grammars packed, templates plain. */
async function bundle(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  // vsce writes the package there, and makes no folder for it.
  await mkdir(path.join(root, 'out'), { recursive: true });
  const wasm = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));
  const catalog = path.join(root, 'wazuh/catalog/data');
  const facts = await readdir(catalog, { recursive: true });
  await Promise.all([
    build({
      ...shared,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      sourcemap: said.production ? false : 'linked',
      minify: said.production,
      stdin: { contents: doors, resolveDir: root },
      outfile: path.join(dist, 'product.js'),
      external: ['vscode'],
    }),
    writeFile(path.join(dist, 'client.js'), "module.exports = require('./product').client();\n"),
    writeFile(path.join(dist, 'cli.js'), "#!/usr/bin/env node\nrequire('./product').cli();\n", {
      mode: 0o755,
    }),
    build({
      ...shared,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      minify: true,
      entryPoints: { panel: 'client/panel/web/main.ts', 'panel-style': 'client/panel/web/panel.css' },
      outdir: dist,
    }),
    ...grammars.map((name) => pack(path.join(wasm, `${name}.wasm`), path.join('grammars', `${name}.wasm`))),
    ...facts
      .filter((name) => name.endsWith('json') && name !== 'alert.schema.json')
      .map((name) => pack(path.join(catalog, name), path.join('catalog', name))),
    // The editor reads this one itself.
    cp(path.join(catalog, 'alert.schema.json'), path.join(dist, 'catalog/alert.schema.json')),
    cp(path.join(root, 'scaffold/templates'), path.join(dist, 'templates'), { recursive: true }),
  ]);
}

/** Packs a file: tighter than the package's own zip, which then leaves it as it is. */
async function pack(from: string, to: string): Promise<void> {
  const content = await readFile(from);
  const quality = said.production ? constants.BROTLI_MAX_QUALITY : constants.BROTLI_MIN_QUALITY;
  const packed = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  await mkdir(path.dirname(path.join(dist, to)), { recursive: true });
  await writeFile(path.join(dist, `${to}.br`), packed);
}

await bundle();
