import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '@vscode/l10n';
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
    const joined = withHyphens(args, Object.keys(options));
    return parseArgs({ args: [...joined], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message goes on to explain how to write a word that begins with a hyphen.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new Trouble(`${message}.`);
  }
}

/** `--extra-args -x` as `--extra-args=-x`, for Node takes a word with a hyphen for an option; but not one of our own. */
function withHyphens(args: readonly string[], names: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [word = '', next] = [args[at], args[at + 1]];
    if (word === '--') return [...joined, ...args.slice(at)];
    const isOne = takesHyphens.some((name) => names.includes(name) && word === `--${name}`);
    const isOption = names.some((name) => next === `--${name}` || next?.startsWith(`--${name}=`));
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
