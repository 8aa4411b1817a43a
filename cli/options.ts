import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '@vscode/l10n';
import { similar } from '../server/checks/similar';
import { Trouble } from './io';

type Parsed<T extends NonNullable<ParseArgsConfig['options']>> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Options whose values may begin with a hyphen, as the words of a command line do. */
const takesHyphens = ['extra-args'];

/**
 * Reads options and the words between them.
 * @throws Trouble for an unknown option, or one without its value
 */
export function parsed<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
): Parsed<T> {
  try {
    const joined = withHyphens(args, options);
    return parseArgs({ args: [...joined], options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /^Unknown option '(-[^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    if (unknown !== undefined)
      throw new Trouble(
        notKnown(
          unknown,
          Object.keys(options).map((name) => `--${name}`),
        ),
      );
    // Node's message goes on to explain how to write a word that begins with a hyphen.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new Trouble(`${message}.`);
  }
}

/**
 * `--extra-args -x` as `--extra-args=-x`, and `--timeout -1` likewise, for Node takes a word with a hyphen for an option; but
 * not one of our own.
 */
function withHyphens(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): readonly string[] {
  const names = Object.keys(options);
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [word = '', next] = [args[at], args[at + 1]];
    if (word === '--') return [...joined, ...args.slice(at)];
    const name = names.find((each) => word === `--${each}`);
    const isNumber =
      next !== undefined && /^-\d/.test(next) && name !== undefined && options[name]?.type === 'string';
    const isOne = isNumber || (name !== undefined && takesHyphens.includes(name));
    const isOption = names.some((each) => next === `--${each}` || next?.startsWith(`--${each}=`));
    if (!isOne || next === undefined || isOption) joined.push(word);
    else {
      joined.push(`${word}=${next}`);
      at++;
    }
  }
  return joined;
}

/** The value of an option that has a few. */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Trouble(noneOf(option, value, known));
  return found;
}

/** Says that an option has no such value, which was probably meant, and which there are. */
export function noneOf(option: string, value: string, known: readonly string[]): string {
  return `${notKnown(`${option} ${value}`, known, value)} ${t('{0} is one of: {1}.', option, known.join(', '))}`;
}

/** Says that a word is not known, and which was probably meant. `word`: what is not known, where more is told. */
export function notKnown(told: string, known: readonly string[], word = told): string {
  const meant = similar(word, known);
  return meant === undefined
    ? t('{0} is not known.', told)
    : t('{0} is not known. Did you mean {1}?', told, meant);
}

/** The value of an option that is a whole number, `least` or more. */
export function wholeNumber(option: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
    throw new Trouble(t('{0} is a whole number, {1} or more, not {2}.', option, least, value));
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
