import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '@vscode/l10n';
import { Trouble } from './io';

type Parsed<T extends NonNullable<ParseArgsConfig['options']>> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/**
 * Reads options and the words between them.
 * @throws Trouble for an unknown option, or one without its value
 */
export function parsed<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message goes on to explain how to write a word that begins with a hyphen.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new Trouble(`${message}.`);
  }
}

/** The value of an option that has a few. */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Trouble(t('{0} is one of: {1}.', option, known.join(', ')));
  return found;
}

/** The value of an option that is a whole number, `least` or more. */
export function wholeNumber(option: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
    throw new Trouble(t('{0} is a whole number, {1} or more.', option, least));
  }
  return number;
}

/** Ids of rules, parted by commas or blanks. */
export function ruleIds(what: string, values: readonly string[]): readonly number[] {
  return values
    .flatMap((value) => value.split(/[,\s]+/))
    .filter((value) => value !== '')
    .map((value) => wholeNumber(what, value, 1) ?? 0);
}
