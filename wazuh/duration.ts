import { t } from '@vscode/l10n';

const unitSeconds: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** A length of time in words, exact, largest unit first: `90` is "1 minute 30 seconds". The sign is left out. */
export function inWords(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.abs(Math.trunc(seconds));
  for (const [size, words] of scale) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(words(count));
  }
  return parts.join(' ') || t('0 seconds');
}

// Each number has its own sentence so that a translator can bend the noun.
const scale: readonly (readonly [number, (count: number) => string])[] = [
  [604_800, (count) => (count === 1 ? t('1 week') : t('{0} weeks', count))],
  [86_400, (count) => (count === 1 ? t('1 day') : t('{0} days', count))],
  [3600, (count) => (count === 1 ? t('1 hour') : t('{0} hours', count))],
  [60, (count) => (count === 1 ? t('1 minute') : t('{0} minutes', count))],
  [1, (count) => (count === 1 ? t('1 second') : t('{0} seconds', count))],
];

/**
 * The seconds that a value with a unit letter means (`10m`), or undefined where it has none to tell or is a month,
 * which has no fixed length. No letter means seconds (reference type `duration`).
 */
export function secondsOf(text: string): number | undefined {
  const [, digits, unit = 's'] = /^\s*(\d+)([smhdw])?$/.exec(text) ?? [];
  const size = unitSeconds[unit];
  return digits === undefined || size === undefined ? undefined : Number(digits) * size;
}
