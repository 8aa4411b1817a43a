import { t } from '@vscode/l10n';
import type {
  Catalog,
  ElementReference,
  Reaction,
  SectionReference,
  TextReference,
} from '../../../wazuh/catalog';
import type { KnownAttribute } from '../reference';
import { bullets, code, link, paragraphs, plain } from './markdown';

/** What the reference says of an option: what it does, takes and defaults to, and what Wazuh does with a bad value. */
export function optionDocumentation(
  option: ElementReference,
  section: SectionReference,
  catalog: Catalog,
): string {
  return paragraphs(
    `**${code(`<${option.name}>`)}** · ${plain(section.section)}`,
    plain(option.doc),
    bullets(
      option.required ? t('Required') : undefined,
      kindOf(option, catalog),
      wordsOf(option),
      option.default === undefined ? undefined : t('Default: {0}', code(option.default)),
      option.defaultStock === undefined
        ? undefined
        : t('The installer writes: {0}', code(option.defaultStock)),
      option.repeatable ? t('May be repeated') : undefined,
      reaction(option.onInvalid),
      ...lifetime(option),
    ),
    option.note && plain(option.note),
    link(t('Wazuh documentation'), section.url),
  );
}

/** What the reference says of an attribute of `<element>`. */
export function attributeDocumentation(attribute: KnownAttribute, element: string, catalog: Catalog): string {
  return paragraphs(
    `**${code(attribute.name)}** · ${code(`<${element}>`)}`,
    attribute.doc && plain(attribute.doc),
    bullets(
      attribute.required ? t('Required') : undefined,
      kindOf(attribute, catalog),
      wordsOf(attribute),
      attribute.default === undefined ? undefined : t('Default: {0}', code(attribute.default)),
      reaction(attribute.onInvalid),
    ),
    attribute.note && plain(attribute.note),
  );
}

/** Since when an option is there, by when it is gone, what replaces it. */
export function lifetime(
  of: Pick<ElementReference, 'sinceVersion' | 'removedIn' | 'deprecated'>,
): readonly (string | undefined)[] {
  return [
    of.sinceVersion && t('Since Wazuh {0}', of.sinceVersion),
    of.deprecated &&
      t('Deprecated since Wazuh {0}; instead: {1}', of.deprecated.since, plain(of.deprecated.replacement)),
    of.removedIn && t('Gone in Wazuh {0}', of.removedIn),
  ];
}

/** Type, range and unit in a line. */
function kindOf(
  of: Pick<TextReference, 'type'> & Partial<TextReference>,
  catalog: Catalog,
): string | undefined {
  if (of.type === 'group' || of.type === 'any') return undefined;
  const { min, max } = of;
  const range =
    min !== undefined && max !== undefined
      ? t('{0} to {1}', min, max)
      : min !== undefined
        ? t('at least {0}', min)
        : max !== undefined
          ? t('at most {0}', max)
          : undefined;
  const words = [
    catalog.types[of.type] ?? of.type,
    range,
    of.unit && t('in {0}', of.unit),
    of.units && t('units {0}', of.units.join(' ')),
    of.os && t('only on {0}', of.os.join(', ')),
  ];
  return t(
    'Type: {0}',
    words
      .filter((word) => word !== undefined && word !== '')
      .map((word) => plain(word ?? ''))
      .join(', '),
  );
}

function wordsOf({ values = [] }: Partial<TextReference>): string | undefined {
  if (values.length === 0) return undefined;
  const isSpoken = values.some((value) => value.doc);
  const list = values.map((value) =>
    value.doc ? `${code(value.value)} – ${plain(value.doc)}` : code(value.value),
  );
  return isSpoken
    ? `${t('Values:')}\n${list.map((item) => `  - ${item}`).join('\n')}`
    : `${t('Values:')} ${list.join(', ')}`;
}

/** What Wazuh does with a bad value. */
function reaction(of: Reaction | undefined): string | undefined {
  if (!of) return undefined;
  const number = of.messageId === undefined ? '' : ` (${of.messageId})`;
  const effect = of.effect ? `: ${plain(of.effect)}` : '';
  switch (of.reaction) {
    case 'error':
      return `${t('A value that does not fit is an error')}${number}${effect}`;
    case 'warning':
      return `${t('A value that does not fit is a warning')}${number}${effect}`;
    case 'silent':
      return `${t('A value that does not fit passes without a message')}${effect}`;
  }
}
