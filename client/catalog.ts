import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalog, catalog } from '../wazuh/catalog';

/** The catalog over the data files that the extension ships. Nothing is read before it is asked for. */
export function shippedCatalog(extensionPath: string): Catalog {
  return catalog((name) => readFileSync(path.join(extensionPath, 'dist', 'catalog', name), 'utf8'));
}
