import type { Catalog } from '../../../wazuh/catalog';
import type { Remark } from '../../../wazuh/daemons';

/** The daemon that reads a remark's section first: `wazuh-analysisd`. */
export function readerOf({ section, path }: Remark, catalog: Catalog): string {
  const reference = catalog.section(section?.name ?? path[0] ?? '', section?.wodle);
  return reference?.readBy[0]?.split(' ')[0] ?? 'Wazuh';
}
