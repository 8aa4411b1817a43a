import type { Diagnostic } from '../../server/checks';
import { type Element, elementAt, elements, type OsXml } from '../../wazuh/os-xml';
import type { Line } from './line';

/** What a line may name: an element or an attribute, and the element that it is or stands in. */
interface Place {
  readonly name: string;
  readonly value: string;
  readonly element: Element;
}

/** How well diagnostics say what a line says: at the element that it names, elsewhere, or not. */
export type Foretold = 'at its element' | 'elsewhere' | 'not';

/** Whether one of the diagnostics says what a line says, at the element that the line names if it names one. */
export function foretold(line: Line, diagnostics: readonly Diagnostic[], xml: OsXml): Foretold {
  const same = diagnostics.filter((diagnostic) => saysTheSame(line, diagnostic));
  if (same.length === 0) return 'not';
  const places = namedPlaces(line, xml);
  const right = places.length === 0 || same.some((one) => places.some((place) => isAt(one, place, xml)));
  return right ? 'at its element' : 'elsewhere';
}

/**
 * The same number; without one, the same text but for the values in it. Where the first reader cannot read a file, one
 * message is enough for it and for clusterd's, which fails at the same fault.
 */
export function saysTheSame({ number, text }: Line, { wazuh, message }: Diagnostic): boolean {
  if (number === '3006' && wazuh === '1226') return true;
  if (number !== undefined) return wazuh === number || message.includes(`(${number}): `);
  return wazuh === null && pattern(text).test(message);
}

const patterns = new Map<string, RegExp>();

/** A text as an expression, in which what stands in quotes, numbers, and what follows the last colon may differ. */
function pattern(text: string): RegExp {
  const known = patterns.get(text) ?? expression(text);
  patterns.set(text, known);
  return known;
}

function expression(text: string): RegExp {
  const fixed = text.trim().replace(/\.+$/, '').split(variable);
  return new RegExp(fixed.map(escaped).join('.*'), 's');
}

const variable = /'[^']*'|"[^"]*"|\d+(?:\.\d+)*|(?<=(?:address|filter): )\S+/;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * What a line speaks of: the elements and attributes that it names, of which only those count that have the value in it,
 * if any has; and those whose value it names. None where it names none, or speaks of what is not there.
 */
function namedPlaces({ text }: Line, xml: OsXml): readonly Place[] {
  if (isAbsence.test(text)) return [];
  const quoted = [...text.replace(speaker, '').matchAll(/'([^']*)'|"([^"]*)"|<([^>]*)>/g)];
  const words = new Set(quoted.map(([, a, b, c]) => a ?? b ?? c ?? ''));
  const all = places(xml);
  const named = all.filter(({ name }) => words.has(name));
  if (named.length === 0) return [];
  const valued = all.filter(({ value }) => value !== '' && words.has(value));
  const exact = named.filter(
    ({ value }) => words.has(value) || text.replace(/\.$/, '').endsWith(`': ${value}`),
  );
  return [...(exact.length > 0 ? exact : named), ...valued];
}

const isAbsence = /\bmissing\b|not found|\bno .* (defined|provided)/i;
/** The module that speaks. */
const speaker = /\b(?:at|in) (?:module )?'[^']*'/i;

function places(xml: OsXml): readonly Place[] {
  return [...elements(xml)].flatMap((element): readonly Place[] => [
    { name: element.name, value: element.text, element },
    ...element.attributes.map(({ name, value }) => ({ name, value, element })),
  ]);
}

/** Whether a diagnostic is shown at a place: at the element itself or one of its attributes, not deeper in it. */
function isAt({ span }: Diagnostic, { element }: Place, xml: OsXml): boolean {
  return elementAt(xml, span.start) === element;
}
