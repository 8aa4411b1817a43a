import type { Configuration, Section } from '../../../wazuh/model';
import type { Fix } from '../check';
import { remove } from '../edits';

/** Removes disabled responses; not if one holds `<repeated_offenders>`, which counts although its block is disabled. */
export function withoutBlocks(
  { xml }: Configuration,
  title: string,
  blocks: readonly Section[],
): readonly Fix[] {
  if (blocks.some(({ children }) => children.some(({ name }) => name === 'repeated_offenders'))) return [];
  return [{ title, edits: blocks.map(({ element }) => remove(xml.text, element)), preferred: false }];
}
