import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalog, catalog } from './catalog';

const folder = path.resolve(import.meta.dirname, 'data');

/** Reads the data files where they lie in the source tree. For tests only: the product passes its own reader in. */
export function sourceData(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** The catalog over the source tree's data files, made once for all tests. */
export const stockCatalog: Catalog = catalog(sourceData);
