import type { Catalog, ElementReference, Reaction, SectionReference } from '../catalog';
import type { Configuration, Section } from '../model';
import { sectionRemarks } from './block';
import { installation } from './installation';
import type { Remark, RemarkKind } from './remark';
import { detectSystem } from './system';
import { formerNameRemark, useRemark } from './use';
import { remark } from './walk';
import { wholeFileRemarks } from './whole-file';
import { wodleRemark } from './wodle';

export { isKnownIn } from './block';
export { goneIn5 } from './gone-in-5';
export { type Remark, type RemarkKind, refuses } from './remark';

/** Sections that checks of their own judge, beyond what the reference can say of them. */
const ownChecks: readonly string[] = ['command', 'active-response'];

/**
 * What the daemons of Wazuh 4.14 make of a file by the configuration reference: every section, element, value and
 * attribute that they refuse, drop or pass over in silence.
 */
export function remarks(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  const met = new Set<ElementReference>();
  const system = detectSystem(configuration);
  const bySection = configuration.sections.flatMap((section): readonly Remark[] => {
    if (ownChecks.includes(section.name)) return [];
    const wodle = section.name === 'wodle' ? wodleRemark(section, catalog) : undefined;
    if (wodle) return [wodle];
    const reference = catalog.section(section.name, section.wodle);
    const misplaced = outOfPlace(section, reference, configuration);
    if (misplaced) return [misplaced];
    if (!reference) return [];
    const { role, children } = configuration;
    const walk = { role, system, children, section, reference, met };
    const use = [...formerNameRemark(walk), ...useRemark(walk, reference, section.element, [section.name])];
    return reference.onUse?.scope === 'section' ? use : [...use, ...sectionRemarks(walk)];
  });
  return [...wholeFileRemarks(configuration, catalog), ...bySection];
}

function outOfPlace(
  section: Section,
  reference: SectionReference | undefined,
  { role }: Configuration,
): Remark | undefined {
  const { element, name } = section;
  const about = (kind: RemarkKind, reaction: Reaction) =>
    remark({ section }, kind, { element, path: [name], reaction, span: element.nameSpan });
  const refused = { reaction: 'error', scope: 'daemon' } as const;
  const invalid = { ...refused, messageId: '1230' };
  if (!reference) return about('unknown-section', invalid);
  if (!reference.emptyAllowed && section.children.length === 0) {
    const ofModule = reference.element === 'wodle' ? refused : invalid;
    return about('empty-section', reference.onEmptySection ?? ofModule);
  }
  if (!reference.appliesTo.includes(installation(role)))
    return about('section-out-of-place', reference.onMisplaced ?? { reaction: 'silent' });
  return undefined;
}
