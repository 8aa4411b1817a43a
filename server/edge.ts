import type { ReadScript } from '../script-checks';
import type { CatalogData } from '../wazuh/catalog';
import type { Files } from './workspace/files';

/** What the server needs from the machine it runs on. */
export interface Edge {
  readonly catalogData: CatalogData;
  readonly readScript: ReadScript;
  readonly files: Files;
}
