import type { AttributeReference, ElementReference, NumberReader, Reaction, System } from '../catalog';
import { isAddress } from './address';
import { isOsMatch, isOsRegex, isPcre2 } from './expression';
import { readNumber } from './number';

/**
 * What is wrong with a text, for the words of a message: it is empty, too long, or not what the reader takes; or it is
 * taken, but beyond what is wise, or as another number than the one that is written.
 */
export type TextFault = 'empty' | 'too-long' | 'invalid' | 'unwise' | 'misread';

/** A text that a daemon does not take, with what it then does. */
export interface BadText {
  readonly fault: TextFault;
  readonly reaction: Reaction;
}

const nothing: Reaction = { reaction: 'silent' };

/** What a reader knows besides the text. */
export interface Circumstances {
  /** The expression's kind, where an attribute chooses it. */
  readonly dialect: string | undefined;
  readonly system: System;
}

/** What the reader of an element or attribute thinks of its text; undefined where it takes it. */
export function judge(
  reference: ElementReference | AttributeReference,
  text: string,
  circumstances: Circumstances,
): BadText | undefined {
  const invalid = reference.onInvalid ?? nothing;
  if (text === '') {
    const onEmpty = 'onEmpty' in reference ? reference.onEmpty : undefined;
    if (onEmpty) return { fault: 'empty', reaction: onEmpty };
    if ('emptyValue' in reference && reference.emptyValue === 'accepted') return undefined;
  }
  if ('maxLength' in reference && reference.maxLength !== undefined && bytes(text) > reference.maxLength) {
    return { fault: 'too-long', reaction: reference.onTooLong ?? invalid };
  }
  const rejection =
    'rejects' in reference
      ? reference.rejects?.find(({ pattern }) => new RegExp(pattern).test(text))
      : undefined;
  if (rejection) return { fault: 'invalid', reaction: rejection };
  if (!isTaken(reference, text, circumstances)) {
    return { fault: text === '' ? 'empty' : 'invalid', reaction: numberReaction(reference, text) ?? invalid };
  }
  return numberRemark(reference, text);
}

/** What a reader makes of a number that it takes: it may be beyond what is wise, or not the one that is written. */
function numberRemark(reference: ElementReference | AttributeReference, text: string): BadText | undefined {
  const value = numberIn(reference, text);
  if (value === undefined) return undefined;
  const { onAbove, onBelow } = reference;
  if (onAbove && value > onAbove.limit) return { fault: 'unwise', reaction: onAbove };
  if (onBelow && value < onBelow.limit) return { fault: 'unwise', reaction: onBelow };
  const written = Number(/^\s*[+-]?\d+\s*$/.test(text) ? text : Number.NaN);
  const isPlain = /^(integer|port)$/.test(reference.type);
  return isPlain && written !== value
    ? { fault: 'misread', reaction: { ...nothing, effect: `${value}` } }
    : undefined;
}

/** What a daemon does with a number that is out of its range or has another unit, where that differs. */
function numberReaction(
  reference: ElementReference | AttributeReference,
  text: string,
): Reaction | undefined {
  const { onOutOfRange, onBadUnit } = reference;
  if (onOutOfRange && numberIn(reference, text) !== undefined) return onOutOfRange;
  const [bare] = /^\s*[+-]?\d\w*?(?=[^\dxX]|$)/.exec(text) ?? [];
  return onBadUnit && bare !== undefined && isNumber({ ...reference, unitRequired: false }, bare)
    ? onBadUnit
    : undefined;
}

/** The number in a text as its reader takes it, in seconds for a duration and bytes for a size; undefined where it is refused. */
export function numberIn(reference: ElementReference | AttributeReference, text: string): number | undefined {
  const reader = numberReader(reference);
  if (!reader) return undefined;
  return readNumber(text, reader, {
    units: reference.units,
    unitRequired: 'unitRequired' in reference ? reference.unitRequired : undefined,
    signed: 'signed' in reference ? reference.signed : undefined,
  });
}

function isTaken(
  reference: ElementReference | AttributeReference,
  text: string,
  circumstances: Circumstances,
): boolean {
  if (reference.minLength !== undefined && bytes(text) < reference.minLength) return false;
  if ('pattern' in reference && reference.pattern !== undefined && !new RegExp(reference.pattern).test(text))
    return false;
  if (
    'rejectPattern' in reference &&
    reference.rejectPattern !== undefined &&
    new RegExp(reference.rejectPattern).test(text)
  ) {
    return false;
  }
  if ('notValues' in reference && reference.notValues?.includes(text)) return false;
  if ('existingFile' in reference && reference.existingFile) return true;
  if (reference.type === 'cidr|regex-os' && looksLikeAddress.test(text))
    return isAddress(text, { netmask: true });
  return reference.type.split('|').some((type) => isOfType(type, reference, text, circumstances));
}

/** What `<white_list>` takes for an address; anything else is a pattern (src/config/global-config.c, 4.14.7). */
const looksLikeAddress = /^!?\d{1,3}(\.\d{1,3}){3}(\/\d{1,2}(\d(\.\d{1,3}){3})?)?$/;

function isOfType(
  type: string,
  reference: ElementReference | AttributeReference,
  text: string,
  { dialect, system }: Circumstances,
): boolean {
  switch (type) {
    case 'boolean-yes-no':
    case 'enum':
    case 'cron-weekday':
      return isWord(reference, text, system);
    case 'integer':
    case 'port':
    case 'duration':
    case 'size':
    case 'number':
      return isNumber(reference, text);
    case 'ip':
    case 'cidr':
      return isAddress(text, { netmask: !('netmask' in reference) || reference.netmask !== false });
    case 'regex-os':
      return 'regexKind' in reference && reference.regexKind === 'osregex'
        ? isOsRegex(text)
        : isOsMatch(text);
    case 'group-list':
      return isOsMatch(text);
    case 'regex-pcre2':
      if (dialect === 'osmatch') return isOsMatch(text);
      return dialect === 'osregex' ? isOsRegex(text) : isPcre2(text);
    default:
      return true;
  }
}

function isWord(reference: ElementReference | AttributeReference, text: string, system: System): boolean {
  const fold = (word: string) => (reference.caseSensitive === false ? word.toLowerCase() : word);
  const skipped = 'leadingBlanks' in reference && reference.leadingBlanks ? text.trimStart() : text;
  const items = reference.separator === undefined ? [skipped] : skipped.split(reference.separator);
  const match = 'match' in reference ? (reference.match ?? 'exact') : 'exact';
  const words = reference.values ?? [{ value: 'yes' }, { value: 'no' }];
  const is = (item: string) =>
    words.some(({ value, aliases = [], pattern, os, refusedElsewhere }) => {
      if (refusedElsewhere && os && !os.includes(system)) return false;
      if (
        pattern !== undefined &&
        new RegExp(pattern, reference.caseSensitive === false ? 'i' : '').test(item)
      )
        return true;
      return [value, ...aliases].some((word) => {
        if (match === 'substring') return fold(item).includes(fold(word));
        return match === 'prefix' ? fold(item).startsWith(fold(word)) : fold(item) === fold(word);
      });
    });
  return is(skipped) || (items.length > 1 && items.every((item) => is(item.trim())));
}

function isNumber(reference: ElementReference | AttributeReference, text: string): boolean {
  const value = numberIn(reference, text);
  if (value === undefined) return false;
  if (reference.min !== undefined && value < reference.min) return false;
  if (reference.max !== undefined && value > reference.max) return false;
  return !('notNumbers' in reference && reference.notNumbers?.includes(value));
}

function numberReader(reference: ElementReference | AttributeReference): NumberReader | undefined {
  if ('parse' in reference && reference.parse) return reference.parse;
  if (/\b(integer|port)\b/.test(reference.type)) return 'digits';
  if (reference.type === 'duration') return 'time';
  if (reference.type === 'size') return 'size';
  return undefined;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
