import { isOsRegex } from '../daemons/expression';

/** Whether a character, in lower case, is one that a piece of an expression stands for. */
type Class = (character: string) => boolean;

/** What each escape stands for (regexmap, src/os_regex/os_regex_maps.c, 4.14.7). */
const classes: Readonly<Record<string, Class>> = {
  d: (character) => /[0-9]/.test(character),
  w: (character) => /[-0-9@A-Z_a-z]/.test(character),
  s: (character) => character === ' ',
  p: (character) => /[!-.:-?[\\\]{|}]/.test(character),
  D: (character) => /[^0-9]/.test(character),
  W: (character) => /[^-0-9@A-Z_a-z]/.test(character),
  S: (character) => character !== ' ',
  '.': () => true,
};

/** One character of what is matched, or as many of its class as there are. */
interface Piece {
  readonly fits: Class;
  /** The character, in lower case, where it is one alone. */
  readonly character?: string;
  readonly repeat: 'once' | 'once or more' | 'any number';
}

/** One of the ways to match, between `|`. */
interface Alternative {
  readonly pieces: readonly Piece[];
  /** What it is, in lower case, if it is plain text, as nearly all are: that is found much faster. */
  readonly plain: string | undefined;
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

/** A compiled expression. */
export interface OsRegex {
  test(text: string): boolean;
}

/**
 * An OS_Regex expression: caseless, matching anywhere. `^` and `$` anchor only at the very ends of an alternative, `+`
 * and `*` only follow an escape, everything else stands for itself (src/os_regex, 4.14.7). undefined where Wazuh cannot
 * compile it: it is too long, has an unknown escape, or parentheses that nest, stay open, or hold a `|`.
 *
 * It is matched by all ways at once, character by character: whatever the expression is, that takes no longer than its
 * length times that of the text.
 */
export function osRegex(expression: string): OsRegex | undefined {
  if (!isOsRegex(expression)) return undefined;
  const alternatives = alternativesOf(expression);
  return { test: (text) => alternatives.some((each) => matches(each, text.toLowerCase())) };
}

function alternativesOf(expression: string): readonly Alternative[] {
  const alternatives: Alternative[] = [];
  let [pieces, fromStart, toEnd]: [Piece[], boolean, boolean] = [[], false, false];
  const next = () => {
    const plain = pieces.every(({ character, repeat }) => character !== undefined && repeat === 'once');
    const text = pieces.map(({ character }) => character).join('');
    alternatives.push({ pieces, plain: plain ? text : undefined, fromStart, toEnd });
    [pieces, fromStart, toEnd] = [[], false, false];
  };
  for (let at = 0; at < expression.length; at++) {
    const char = expression.charAt(at);
    const isLast = at + 1 === expression.length || expression.charAt(at + 1) === '|';
    if (char === '\\') {
      const escaped = expression.charAt(++at);
      const sign = expression.charAt(at + 1);
      const repeat = sign === '+' ? 'once or more' : sign === '*' ? 'any number' : 'once';
      const fits = classes[escaped];
      pieces.push(fits ? { fits, repeat } : { ...exactly(escaped === 't' ? '\t' : escaped), repeat });
      if (repeat !== 'once') at++;
    } else if (char === '|') next();
    else if (char === '^' && pieces.length === 0 && (at === 0 || expression.charAt(at - 1) === '|'))
      fromStart = true;
    else if (char === '$' && isLast) toEnd = true;
    else if (char !== '(' && char !== ')') pieces.push({ ...exactly(char), repeat: 'once' });
  }
  next();
  return alternatives;
}

function exactly(char: string): Omit<Piece, 'repeat'> {
  const lower = char.toLowerCase();
  return { fits: (character) => character === lower, character: lower };
}

function matches({ pieces, plain, fromStart, toEnd }: Alternative, text: string): boolean {
  if (plain !== undefined) {
    if (fromStart && toEnd) return text === plain;
    return fromStart ? text.startsWith(plain) : toEnd ? text.endsWith(plain) : text.includes(plain);
  }
  const end = pieces.length;
  /** The pieces that may come next; `end` where all have been met. */
  let open = reached(pieces, [0]);
  for (let at = 0; at < text.length; at++) {
    if (open.has(end) && !toEnd) return true;
    const character = text.charAt(at);
    const further: number[] = fromStart ? [] : [0];
    for (const index of open) {
      const piece = pieces[index];
      if (!piece?.fits(character)) continue;
      further.push(index + 1);
      if (piece.repeat !== 'once') further.push(index);
    }
    open = reached(pieces, further);
    if (open.size === 0) return false;
  }
  return open.has(end);
}

/** These pieces, and those behind the ones among them that need not be there. */
function reached(pieces: readonly Piece[], begun: readonly number[]): ReadonlySet<number> {
  const open = new Set<number>();
  for (let index of begun) {
    while (!open.has(index)) {
      open.add(index);
      if (pieces[index]?.repeat !== 'any number') break;
      index++;
    }
  }
  return open;
}
