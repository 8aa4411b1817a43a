import type { Catalog, SectionReference } from '../catalog';
import { type Configuration, rootNames, type Section } from '../model';
import { installation, sectionRemarks } from './block';
import type { Remark } from './remark';

export { type Remark, type RemarkKind, refuses } from './remark';

/**
 * What the daemons of Wazuh 4.14 make of a file by the configuration reference: every section, element, value and
 * attribute that they refuse, drop or pass over in silence. Order and several sections at once are judged elsewhere.
 */
export function remarks(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  const met = new Set<never>();
  return configuration.sections.flatMap((section) => {
    const reference = catalog.section(section.name, section.wodle);
    const misplaced = outOfPlace(section, reference, configuration);
    if (misplaced) return [misplaced];
    if (!reference) return [];
    return sectionRemarks({
      role: configuration.role,
      children: configuration.children,
      section,
      reference,
      met,
    });
  });
}

function outOfPlace(
  section: Section,
  reference: SectionReference | undefined,
  { role }: Configuration,
): Remark | undefined {
  const about = (kind: Remark['kind'], reaction: Remark['reaction']): Remark => ({
    kind,
    span: section.element.nameSpan,
    section,
    path: [section.name],
    element: section.element,
    attribute: undefined,
    reaction,
    words: '',
  });
  const invalid = { reaction: 'error', scope: 'daemon', messageId: '1230' } as const;
  if (section.name === 'wodle') return undefined;
  if (!reference) return about('unknown-section', invalid);
  if (!reference.emptyAllowed && section.children.length === 0) return about('empty-section', invalid);
  if (!reference.appliesTo.includes(installation(role)))
    return about('section-out-of-place', { reaction: 'silent' });
  return undefined;
}

void rootNames;
