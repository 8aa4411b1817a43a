import { type AttributeReference, type ElementReference, isNamed, type Reaction } from '../catalog';
import type { Element } from '../os-xml';
import type { Remark } from './remark';
import { judge } from './text';
import { attributeOf, remark, type Walk } from './walk';

/** An element with attributes, as its reader meets it. */
export interface Attributed {
  readonly element: Element;
  readonly path: readonly string[];
  readonly references: readonly AttributeReference[];
  /** The element's own entry in the catalog; undefined for a section. */
  readonly owner: ElementReference | undefined;
  readonly parent: Element | undefined;
}

/** What a reader says to the attributes of an element: those that are there, then those that are not. */
export function attributeRemarks(walk: Walk, attributed: Attributed): readonly Remark[] {
  const { element, owner } = attributed;
  if (owner?.attributesOnlyWithChildren && walk.children(element).length === 0) return [];
  return [...written(walk, attributed), ...missing(walk, attributed)];
}

function written(walk: Walk, { element, path, references, owner, parent }: Attributed): readonly Remark[] {
  return element.attributes.flatMap((attribute, index): readonly Remark[] => {
    const reference = references.find((one) => isNamed(one, attribute.name));
    if (!reference) {
      const reaction = owner?.onUnknownAttribute ?? silent;
      // A reader that wants its attribute first takes this one for it.
      if (index === 0 && references.some(({ mustBeFirst }) => mustBeFirst)) return [];
      return [remark(walk, 'unknown-attribute', { element, path, reaction, attribute })];
    }
    if (reference.ignoredWhenEmptyText && element.text === '') return [];
    if (isSparedBy(reference, parent)) return [];
    if (reference.mustBeFirst && index > 0) {
      const reaction = reference.onNotFirst ?? reference.onInvalid ?? silent;
      return [
        remark(walk, 'bad-attribute', { element, path, reaction, reference, attribute, words: 'not first' }),
      ];
    }
    const bad = judge(reference, attribute.value, { dialect: undefined, system: walk.system });
    return bad
      ? [
          remark(walk, 'bad-attribute', {
            element,
            path,
            reaction: bad.reaction,
            reference,
            attribute,
            words: bad.fault,
          }),
        ]
      : [];
  });
}

function missing(walk: Walk, { element, path, references, parent }: Attributed): readonly Remark[] {
  return references.flatMap((reference): readonly Remark[] => {
    const needed = reference.required || (reference.requiredIfAttributes && element.attributes.length > 0);
    if (!needed || element.attributes.some((one) => isNamed(reference, one.name))) return [];
    if (isSparedBy(reference, parent)) return [];
    const reaction = reference.onMissing ?? reference.onInvalid;
    return reaction ? [remark(walk, 'missing-attribute', { element, path, reaction, reference })] : [];
  });
}

function isSparedBy({ unlessParent }: AttributeReference, parent: Element | undefined): boolean {
  return (
    unlessParent !== undefined &&
    parent !== undefined &&
    attributeOf(parent, unlessParent.attribute) === unlessParent.equals
  );
}

const silent: Reaction = { reaction: 'silent' };
