import type { Catalog } from '../catalog';
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
  const about = (words: string, scope: 'daemon' | 'section') =>
    remark({ section }, 'unknown-module', {
      element,
      path: ['wodle'],
      reaction: { reaction: 'error', scope },
      words,
      span: first?.valueSpan ?? element.nameSpan,
      ...(first ? { attribute: first } : {}),
    });
  if (!first) return about('no attribute', 'daemon');
  if (first.name !== 'name') return about('name is not first', 'daemon');
  return catalog.section('wodle', first.value) ? undefined : about('unknown', 'section');
}
