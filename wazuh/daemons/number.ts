import type { NumberReader } from '../catalog';

/** Seconds or bytes that a unit letter stands for (src/shared/string_op.c, 4.14.7). */
const factors: Readonly<Record<string, bigint>> = {
  s: 1n,
  m: 60n,
  h: 3_600n,
  d: 86_400n,
  w: 604_800n,
  // A month only marks the interval: the number itself stays (src/shared/schedule_scan.c).
  M: 1n,
};
const sizes: Readonly<Record<string, bigint>> = { B: 1n, K: 1024n, M: 1024n ** 2n, G: 1024n ** 3n };

const longMax = 2n ** 63n - 1n;

/** What a reader may ask besides the text itself. */
export interface NumberOptions {
  /** Letters that may follow the number. */
  readonly units?: readonly string[] | undefined;
  /** The letter may not be left out. */
  readonly unitRequired?: boolean | undefined;
  /** A negative result is let pass. */
  readonly signed?: boolean | undefined;
}

type Reader = (text: string, options: NumberOptions) => bigint | undefined;

/** One function of C for each way in which a daemon reads a number; undefined where that daemon refuses the text. */
const readers: Readonly<Record<NumberReader, Reader>> = {
  digits: (text) => (/^\d*$/.test(text) ? BigInt.asIntN(32, decimal(text).value) : undefined),
  'digits-nonempty': (text) => (/^\d+$/.test(text) ? BigInt.asIntN(32, decimal(text).value) : undefined),
  digits16: (text) => (/^\d*$/.test(text) ? BigInt.asUintN(16, decimal(text).value) : undefined),
  atoi: (text) => BigInt.asIntN(32, decimal(text).value),
  atoi16: (text) => BigInt.asUintN(16, decimal(text).value),
  atol32: (text) => BigInt.asUintN(32, decimal(text).value),
  strtol: (text) => whole(decimal(text)),
  'strtol-int': (text) => {
    const value = whole(decimal(text));
    return value === undefined ? undefined : BigInt.asIntN(32, value);
  },
  'strtol-lax': (text) => decimal(text).value,
  strtol0: (text) => whole(prefixed(text)),
  time: (text, { units }) => {
    const { value, rest } = decimal(text);
    return value < 0n ? undefined : withUnit(value, rest, units);
  },
  'time-strtoul': (text, options) => {
    const { value, rest } = prefixed(text);
    // The comparison with UINT_MAX is made after the number was cut to an unsigned int.
    const seconds = BigInt.asUintN(32, value);
    if (seconds === 0n || seconds === 0xffff_ffffn) return undefined;
    if (options.unitRequired && rest === '') return undefined;
    return withUnit(seconds, rest, options.units);
  },
  'time-strtoul-any': (text, { units }) => {
    const { value, rest, digits } = prefixed(text);
    return !digits || value < 0n ? undefined : withUnit(value, rest, units);
  },
  'time-strtol0': (text, { units }) => {
    const { value, rest } = prefixed(text);
    return withUnit(BigInt.asIntN(32, value), rest, units);
  },
  'time-sscanf': (text, { units }) => {
    const { value, rest, digits } = decimal(text);
    return digits ? withUnit(BigInt.asIntN(32, value), rest, units) : undefined;
  },
  'time-unit-mandatory': (text, { units }) => {
    const { value, rest } = prefixed(text);
    if (value === 0n) return 0n;
    return rest === '' ? undefined : withUnit(value, rest, units);
  },
  size: (text, { units, signed }) => {
    const { value, rest, digits } = decimal(text);
    if (!digits || (value < 0n && !signed)) return undefined;
    if (rest === '') return value;
    const letter = rest.charAt(0);
    const factor = sizes[letter.toUpperCase()];
    const known =
      units === undefined || units.some((unit) => unit.charAt(0).toUpperCase() === letter.toUpperCase());
    return factor !== undefined && known ? value * factor : undefined;
  },
};

/** The number that a daemon makes of `text`, in the element's unit; undefined where it refuses the text. */
export function readNumber(
  text: string,
  reader: NumberReader,
  options: NumberOptions = {},
): number | undefined {
  const value = readers[reader](text, options);
  return value === undefined ? undefined : Number(value);
}

interface Parsed {
  readonly value: bigint;
  /** What stands behind the number. */
  readonly rest: string;
  /** Whether there was any digit: C gives 0 without one. */
  readonly digits: boolean;
}

/** C's `strtol` with base 10: blanks skipped, a sign, digits; too large a number sticks at the ends of 64 bits. */
function decimal(text: string): Parsed {
  return parsed(text, /^[ \t\n\v\f\r]*([+-]?)(\d+)/.exec(text), 10);
}

/** C's `strtol` with base 0: `0x` and a leading zero choose the base. */
function prefixed(text: string): Parsed {
  const hexadecimal = /^[ \t\n\v\f\r]*([+-]?)0x([0-9a-f]+)/i.exec(text);
  if (hexadecimal) return parsed(text, hexadecimal, 16);
  const octal = /^[ \t\n\v\f\r]*([+-]?)(0[0-7]*)/.exec(text);
  return octal ? parsed(text, octal, 8) : decimal(text);
}

function parsed(text: string, match: RegExpExecArray | null, base: 8 | 10 | 16): Parsed {
  if (!match) return { value: 0n, rest: text, digits: false };
  const [all, sign, digits = '0'] = match;
  const prefix = { 8: '0o', 10: '', 16: '0x' }[base];
  const size = BigInt(prefix + digits);
  const clamped = size > longMax ? longMax : size;
  return { value: sign === '-' ? -clamped : clamped, rest: text.slice(all.length), digits: true };
}

function whole({ value, rest }: Parsed): bigint | undefined {
  return rest === '' ? value : undefined;
}

/** Only the first letter behind the number is looked at. */
function withUnit(value: bigint, rest: string, units: readonly string[] | undefined): bigint | undefined {
  if (rest === '') return value;
  const letter = rest.charAt(0);
  const factor = factors[letter];
  if (factor === undefined || (units && !units.includes(letter))) return undefined;
  return value * factor;
}
