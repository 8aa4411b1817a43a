import { t } from '@vscode/l10n';
import type { AttributeReference, ElementReference } from '../../../wazuh/catalog';
import { isKnownIn, type Remark } from '../../../wazuh/daemons';
import type { Configuration } from '../../../wazuh/model';
import { span } from '../../../wazuh/span';
import type { Fix } from '../check';
import type { Context } from '../context';
import { remove, rename } from '../edits';
import { similar } from '../similar';

/** What was probably meant by a name, as a sentence and as fixes. */
export interface Meant {
  readonly sentence: string;
  readonly fixes: readonly Fix[];
}

/** What was meant by an element that is not known: another one of its parent's that is known here, or nothing. */
export function meantElement(
  remark: Remark,
  context: Context,
  { role, xml }: Configuration,
): Meant | undefined {
  const { element, path } = remark;
  if (!element) return undefined;
  const siblings = known(remark, context, path.slice(1, -1))?.children ?? [];
  const names = siblings
    .filter((sibling) => sibling.name !== element.name && isKnownIn(role, sibling))
    .map(({ name }) => name);
  const meant = similar(element.name, names);
  const renaming = meant && {
    title: t('Rename to {0}', meant),
    edits: rename(element, meant),
    preferred: true,
  };
  const removal = {
    title: t('Remove <{0}>', element.name),
    edits: [remove(xml.text, element)],
    preferred: false,
  };
  return {
    sentence: meant ? t('Did you mean {0}?', meant) : t('<{0}> has no such element.', path.at(-2) ?? ''),
    fixes: [...(renaming ? [renaming] : []), removal],
  };
}

/** What was meant by an attribute that is not known: another one of its element's, or nothing. */
export function meantAttribute(remark: Remark, context: Context, text: string): Meant | undefined {
  const { element, attribute, path } = remark;
  if (!element || !attribute) return undefined;
  const written = element.attributes.map(({ name }) => name);
  const names = attributesOf(remark, context, path).map(({ name }) => name);
  const meant = similar(
    attribute.name,
    names.filter((name) => !written.includes(name)),
  );
  const { nameSpan } = attribute;
  const renaming = meant && {
    title: t('Rename to {0}', meant),
    edits: [{ span: nameSpan, newText: meant }],
    preferred: true,
  };
  const start = text.slice(0, attribute.span.start).trimEnd().length;
  const removal = {
    title: t('Remove {0}', attribute.name),
    edits: [{ span: span(start, attribute.span.end), newText: '' }],
    preferred: meant === undefined,
  };
  return {
    sentence: meant ? t('Did you mean {0}?', meant) : t('<{0}> has no such attribute.', element.name),
    fixes: [...(renaming ? [renaming] : []), removal],
  };
}

function attributesOf(
  remark: Remark,
  context: Context,
  path: readonly string[],
): readonly Pick<AttributeReference, 'name'>[] {
  if (remark.section) return known(remark, context, path.slice(1))?.attributes ?? [];
  return context.catalog.roots.find(({ name }) => name === path[0])?.attributes ?? [];
}

/** What the catalog says of a place in the remark's section: the section itself for an empty path. */
function known(
  { section }: Remark,
  { catalog }: Context,
  path: readonly string[],
): Pick<ElementReference, 'children' | 'attributes'> | undefined {
  const reference = section && catalog.section(section.name, section.wodle);
  return reference && path.length > 0 ? catalog.element(reference, path) : reference;
}
