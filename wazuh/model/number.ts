/**
 * The number that C's `atoi` makes of a text, as glibc on 64-bit Linux does it: blanks skipped, a sign, digits up to
 * the first other character, 0 without any. Too large a number first sticks at the ends of 64 bits and is then cut to
 * 32: `4294967297` is 1, `99999999999999999999` is -1.
 */
export function atoi(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const value = BigInt(digits.startsWith('+') ? digits.slice(1) : digits);
  const clamped = value > longMax ? longMax : value < -longMax - 1n ? -longMax - 1n : value;
  return Number(BigInt.asIntN(32, clamped));
}

const longMax = 2n ** 63n - 1n;

/** Whether a text holds nothing but digits; the empty text does too (OS_StrIsNum, os_regex/os_regex_str.c, 4.14.7). */
export function isDigits(text: string): boolean {
  return /^\d*$/.test(text);
}
