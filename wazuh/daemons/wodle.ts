import type { Catalog, Reaction } from '../catalog';
import type { Section } from '../model';
import type { Remark } from './remark';
import { remark } from './walk';

/**
 * What modulesd says to a `<wodle>` before it reads its children. Its first attribute must be `name`; without any
 * attribute nearly every daemon crashes; an unknown name is an ERROR line, but modulesd goes on
 * (src/config/wmodules-config.c and src/config/config.c, 4.14.7).
 */
export function wodleRemark(section: Section, catalog: Catalog): Remark | undefined {
  const { element } = section;
  const [first] = element.attributes;
  const named = element.attributes.find(({ name }) => name === 'name');
  const shown = named ?? first;
  const about = (words: WodleFault, reaction: Reaction) =>
    remark({ section }, 'unknown-module', {
      element,
      path: ['wodle'],
      reaction,
      words,
      span: shown?.valueSpan ?? element.nameSpan,
      ...(shown ? { attribute: shown } : {}),
    });
  if (!first) return about('no attribute', { reaction: 'error', scope: 'daemon' });
  if (first.name !== 'name') return about('name is not first', notFirst);
  if (catalog.section('wodle', first.value)) return undefined;
  return about('unknown', managersModules.includes(first.value) ? managerOnly : unknown);
}

/** What is wrong with the attributes of a `<wodle>`. */
export type WodleFault = 'no attribute' | 'name is not first' | 'unknown';

const notFirst: Reaction = { reaction: 'error', scope: 'daemon', says: "Module attribute is not 'name'" };
const unknown: Reaction = { reaction: 'error', scope: 'block', says: "Unknown module '{value}'" };
const managerOnly: Reaction = {
  reaction: 'warning',
  scope: 'block',
  says: "The '{value}' module only works for the manager",
};
/** Old names that modulesd still knows, on whatever it runs. */
const managersModules: readonly string[] = ['vulnerability-detector', 'agent-key-polling'];
