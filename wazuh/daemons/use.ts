import type { ElementReference, SectionReference } from '../catalog';
import type { Element } from '../os-xml';
import type { Remark } from './remark';
import { remark, type Walk } from './walk';

/**
 * What a daemon says because an element or section is written at all; none where it has nothing to say. The words are
 * what to write instead, where there is anything.
 */
export function useRemark(
  walk: Walk,
  { onUse, deprecated }: Pick<ElementReference | SectionReference, 'onUse' | 'deprecated'>,
  element: Element,
  path: readonly string[],
): readonly Remark[] {
  if (!onUse || onUse.unlessSystem === walk.system || (onUse.unlessEmpty && element.text === '')) return [];
  if (onUse.only && !onUse.only.includes(walk.role)) return [];
  const words = deprecated && deprecated.replacement !== 'none' ? deprecated.replacement : '';
  return [remark(walk, 'use', { element, path, reaction: onUse, words, span: element.nameSpan })];
}

/** A wodle under a name from before: modulesd takes it, and warns (src/config/wmodules-config.c, 4.14.7). */
export function formerNameRemark(walk: Walk): readonly Remark[] {
  const { section, reference } = walk;
  const { wodle, element } = section;
  const { formerNames = [], wodleName = '' } = reference;
  if (wodle === undefined || !formerNames.includes(wodle)) return [];
  const says = `Module name '${wodle}' is deprecated. Change it to '${wodleName}'`;
  const span = element.attributes.find(({ name }) => name === 'name')?.valueSpan ?? element.nameSpan;
  const about = { element, path: ['wodle'], reaction: { reaction: 'warning', says } as const };
  return [remark(walk, 'use', { ...about, words: wodleName, span })];
}
