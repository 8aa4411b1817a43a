import type { AttributeReference, ElementReference, SectionReference } from '../../../wazuh/catalog';
import { tagOf } from '../reference';

/** Gives out tab stops, from 1: `$1`, `${2:text}`, `${3|yes,no|}` (LSP, snippet syntax). */
export class TabStops {
  private last = 0;

  /** A stop without text, with a text to type over, or with words to choose from, the first of them written. */
  next(text = ''): string {
    this.last++;
    return text === '' ? `$${this.last}` : `\${${this.last}:${escaped(text)}}`;
  }

  choice(words: readonly string[]): string {
    this.last++;
    return `\${${this.last}|${words.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  }
}

/** Text as a snippet writes it. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The most words that a choice offers: beyond, a list that filters as one types is the better help. */
const mostChoices = 8;

/** An option with its tags; the options that a group must hold, inside it. */
export function optionSnippet(option: ElementReference, stops = new TabStops(), indent = ''): string {
  const start = `<${option.name}${attributeSnippets(option.attributes, stops)}`;
  if (option.type === 'empty') return `${start}/>`;
  if (option.type !== 'group') return `${start}>${valueSnippet(option, stops)}</${option.name}>`;
  return groupSnippet(start, option.name, option.children ?? [], stops, indent);
}

/** A section with its tags and the options that it must hold. */
export function sectionSnippet(section: SectionReference, required: readonly ElementReference[]): string {
  const stops = new TabStops();
  const name = section.wodleName === undefined ? '' : ` name="${section.wodleName}"`;
  const tag = tagOf(section);
  return groupSnippet(`<${tag}${name}`, tag, required, stops, '');
}

function groupSnippet(
  start: string,
  name: string,
  children: readonly ElementReference[],
  stops: TabStops,
  indent: string,
): string {
  const inner = `${indent}\t`;
  const lines = children
    .filter((child) => child.required && child.deprecated === undefined)
    .map((child) => `${inner}${optionSnippet(child, stops, inner)}`);
  const body = lines.length === 0 ? `${inner}${stops.next()}` : lines.join('\n');
  return `${start}>\n${body}\n${indent}</${name}>`;
}

function attributeSnippets(attributes: readonly AttributeReference[] = [], stops: TabStops): string {
  return attributes
    .filter((attribute) => attribute.required || attribute.mustBeFirst)
    .map((attribute) => ` ${attribute.name}="${valueSnippet(attribute, stops)}"`)
    .join('');
}

/** A tab stop for a value, or the words that it may be; the one that is not the default first: why else write it? */
export function valueSnippet(
  option: Pick<ElementReference, 'values' | 'type' | 'default'>,
  stops: TabStops,
): string {
  const words = (option.values ?? []).map((value) => value.value);
  if (words.length === 0 || words.length > mostChoices || option.type.includes('|')) return stops.next();
  return stops.choice([
    ...words.filter((word) => word !== option.default),
    ...words.filter((word) => word === option.default),
  ]);
}
