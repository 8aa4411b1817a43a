import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Place } from '../place';
import { attributesOf, type KnownAttribute, referenceOf, sectionsFor } from '../reference';
import { type CompletionRequest, inOrder, replacing } from './request';
import { TabStops, valueSnippet } from './snippet';
import { knownWords } from './values';

/** The attributes that a tag may still take, required ones first. */
export function attributeNameItems(
  place: Extract<Place, { kind: 'attribute-name' }>,
  { document, context }: CompletionRequest,
): CompletionItem[] {
  const { tag, replace, hasValue } = place;
  const reference = referenceOf(tag, context.catalog);
  // A wodle is only known by its name: before that is written, the name is what it lacks.
  const known = reference
    ? attributesOf(reference)
    : tag.name === 'wodle'
      ? [
          {
            name: 'name',
            type: 'enum',
            doc: t('Selects the module; must be the first attribute.'),
            required: true,
          },
        ]
      : [];
  const typed = document.text.slice(replace.start, replace.end);
  const written = new Set(tag.attributes.map(({ name }) => name).filter((name) => name !== typed));
  const needed = (attribute: KnownAttribute) => Number(attribute.required || attribute.mustBeFirst || false);
  return inOrder(
    known
      .filter((attribute) => !written.has(attribute.name))
      .sort((a, b) => needed(b) - needed(a))
      .map((attribute) => ({
        label: attribute.name,
        kind: CompletionItemKind.Field,
        ...(attribute.required && { detail: t('required') }),
        ...(attribute.doc && { documentation: attribute.doc }),
        ...(hasValue
          ? replacing(document, replace, attribute.name)
          : {
              ...replacing(
                document,
                replace,
                `${attribute.name}="${valueSnippet(attribute, new TabStops())}"`,
              ),
              insertTextFormat: InsertTextFormat.Snippet,
            }),
      })),
  );
}

/** The words that an attribute's value may be; quotes are added where they are missing. */
export function attributeValueItems(
  place: Extract<Place, { kind: 'attribute-value' }>,
  { document, context }: CompletionRequest,
): CompletionItem[] {
  const { tag, replace, quoted } = place;
  const words =
    tag.name === 'wodle' && place.attribute === 'name'
      ? sectionsFor(context.catalog, document.configuration.role, context.version).flatMap((section) =>
          section.wodleName === undefined
            ? []
            : [{ word: section.wodleName, detail: '', documentation: section.doc }],
        )
      : wordsOf(place, context.catalog);
  return inOrder(
    words.map(({ word, detail, documentation }) => ({
      label: word,
      kind: CompletionItemKind.Value,
      ...(detail !== '' && { detail }),
      ...(documentation !== undefined && { documentation }),
      ...replacing(document, replace, quoted ? word : `"${word}"`),
    })),
  );
}

function wordsOf(
  { tag, attribute }: Extract<Place, { kind: 'attribute-value' }>,
  catalog: CompletionRequest['context']['catalog'],
): ReturnType<typeof knownWords> {
  const reference = referenceOf(tag, catalog);
  const known = reference && attributesOf(reference).find(({ name }) => name === attribute);
  return known ? knownWords(known) : [];
}
