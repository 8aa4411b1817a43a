import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type ReadScript, scriptReader } from '../script-checks';
import { type Catalog, catalog } from '../wazuh/catalog';

/** Reads what the extension ships packed in a folder of `dist/`. */
function packed(extensionPath: string, folder: string): (name: string) => Buffer {
  return (name) => brotliDecompressSync(readFileSync(path.join(extensionPath, 'dist', folder, `${name}.br`)));
}

/** The catalog over the data files that the extension ships. Nothing is read before it is asked for. */
export function shippedCatalog(extensionPath: string): Catalog {
  return catalog((name) => packed(extensionPath, 'catalog')(name).toString());
}

/** Reads scripts with the grammars that the extension ships; each is loaded for the first script that needs it. */
export function shippedReader(extensionPath: string): ReadScript {
  return scriptReader(packed(extensionPath, 'grammars'));
}
