import type { Reaction } from '../catalog';
import type { Configuration, Section } from '../model';
import type { Element } from '../os-xml';
import type { Remark, RemarkKind } from './remark';
import { remark } from './walk';

/** The daemon does not start. */
export const refused = { reaction: 'error', scope: 'daemon' } as const;

/** The sections of a name over all roots, in the order of the file. */
export function named({ sections }: Configuration, name: string): readonly Section[] {
  return sections.filter((section) => section.name === name);
}

/** What stands in the sections of a name, as if they were one. */
export function childrenOf(configuration: Configuration, name: string): readonly Element[] {
  return named(configuration, name).flatMap(({ children }) => children);
}

/** A remark that no single section makes: at an element's value, or at its name where it has none. */
export function about(
  kind: RemarkKind,
  element: Element,
  path: readonly string[],
  reaction: Reaction,
  words: string,
): Remark {
  const isValue = element.textSpan.start < element.textSpan.end && element.children.length === 0;
  const at = isValue ? element.textSpan : element.nameSpan;
  return remark({ section: undefined }, kind, { element, path, reaction, words, span: at });
}
