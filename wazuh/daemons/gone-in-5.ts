import { type Catalog, type ElementReference, isNamed } from '../catalog';
import type { Configuration, Section } from '../model';
import type { Element } from '../os-xml';
import type { Remark } from './remark';
import { remark } from './walk';

/** What the daemons of 5.0 say to elements that only 4.14 reads, in the sections that 5.0 still has. */
export function goneIn5(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  return configuration.sections.flatMap((section) => {
    const references = catalog.section(section.name, section.wodle)?.children ?? [];
    return below(configuration, section, section.element, references, [section.name]);
  });
}

function below(
  configuration: Configuration,
  section: Section,
  parent: Element,
  references: readonly ElementReference[],
  path: readonly string[],
): readonly Remark[] {
  return configuration.children(parent).flatMap((element): readonly Remark[] => {
    const reference = references.find((one) => isNamed(one, element.name));
    if (!reference) return [];
    const here = [...path, element.name];
    const { onUseIn5, children = [] } = reference;
    if (!onUseIn5) return below(configuration, section, element, children, here);
    const about = { element, path: here, reaction: onUseIn5, reference, span: element.nameSpan };
    return [remark({ section }, 'use', about)];
  });
}
