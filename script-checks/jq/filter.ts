import { below, distinct, type Held, type Path } from '../message-read';

/** What a variable of a filter stands for: `--arg key data`, `--argjson alert "$ALERT"`. */
export interface JqVariable {
  readonly held: readonly Held[];
  readonly text?: string | undefined;
}

/** One place where a filter reads its input. */
export interface JqRead {
  readonly held: readonly Held[];
  readonly start: number;
  readonly end: number;
}

/** What comes of a filter. */
export interface JqResult {
  readonly reads: readonly JqRead[];
  /** What it prints may be this. */
  readonly outputs: readonly Held[];
}

/** Functions that give back their input, in another form or not at all. */
const sameAgain = new Set(
  'tostring tonumber tojson fromjson ascii_downcase ascii_upcase ascii trim ltrim rtrim ltrimstr rtrimstr sub gsub split splits join first last nth select values strings objects arrays scalars numbers iterables flatten unique unique_by sort sort_by reverse limit del with_entries walk add min max debug stderr error tojson implode explode splits'.split(
    ' ',
  ),
);
/** Functions whose argument is what comes out. */
const ofArgument = new Set(['first', 'last', 'limit', 'until', 'try', 'isvalid', 'IN']);

/** How deep brackets and own functions are followed. */
const deepest = 60;

/**
 * Reads a filter of jq as far as it says what it takes from its input. What the reader does not know it passes over; it
 * never fails.
 */
export function jqFilter(
  text: string,
  input: readonly Held[],
  variables: ReadonlyMap<string, JqVariable>,
): JqResult {
  const reader = new Reader(text, input, variables);
  const outputs = reader.whole();
  return { reads: reader.reads, outputs };
}

/** A value while a filter is read; `text` where it is a plain string. */
interface Value {
  readonly held: readonly Held[];
  readonly text?: string | undefined;
}

const nothing: Value = { held: [] };

class Reader {
  readonly reads: JqRead[] = [];
  private at = 0;
  private depth = 0;
  private readonly bound: Map<string, JqVariable>;
  private readonly functions = new Map<string, { readonly from: number }>();

  constructor(
    private readonly text: string,
    private readonly first: readonly Held[],
    variables: ReadonlyMap<string, JqVariable>,
  ) {
    this.bound = new Map(variables);
  }

  whole(): readonly Held[] {
    const outputs: Held[] = [];
    while (this.peek() !== '') {
      const before = this.at;
      outputs.push(...this.pipe({ held: this.first }).held);
      // A bracket too many, or something that no filter has.
      if (this.at === before || this.peek() !== '') this.at = Math.max(this.at, before + 1);
    }
    return distinct(outputs);
  }

  private pipe(input: Value): Value {
    if (++this.depth > deepest) {
      this.at = this.text.length;
      return nothing;
    }
    let value = input;
    for (;;) {
      value = this.united(value);
      if (!this.takes(/\|(?!=)/y)) break;
    }
    this.depth--;
    return value;
  }

  /** Terms with operators between them, up to `|`, a bracket, `;` or a word that ends a part. */
  private united(input: Value): Value {
    const held: Held[] = [];
    let text: string | undefined;
    let isTruth = false;
    for (;;) {
      const before = this.at;
      const value = this.term(input);
      const name = this.takes(/as\s+(?:\[[^\]]*\]|\{[^}]*\}|\$(\w+))/y);
      if (name) {
        if (name[1] !== undefined) this.bound.set(name[1], value);
        if (this.takes(/\|/y)) return this.pipe(input);
        return input;
      }
      held.push(...value.held);
      text = value.text;
      const operator = this.takes(/\/\/=?|,|==|!=|<=|>=|[-+*/%|]=|[<>=+*/%]|-(?!\w*\s*\))|and\b|or\b/y)?.[0];
      if (operator === undefined) {
        if (this.at === before) this.skipOne();
        break;
      }
      if (/^(?:[=!<>]=|[<>]|and|or)$/.test(operator)) isTruth = true;
    }
    return isTruth ? nothing : { held: distinct(held), text };
  }

  /** A character that begins nothing, unless it ends what is around. */
  private skipOne(): void {
    if (!/^(?:[|)\]};:]|$|then\b|elif\b|else\b|end\b|catch\b)/.test(this.rest())) this.at++;
  }

  private term(input: Value): Value {
    this.blank();
    const start = this.at;
    let value = this.primary(input);
    let steps = this.at > start && /^\.(?!\.)./.test(this.text.slice(start, this.at));
    for (;;) {
      const before = this.at;
      const down = this.step(value, input);
      if (!down) break;
      value = down;
      if (this.text.slice(before, this.at) !== '?') steps = true;
    }
    if (steps) this.note(value, start);
    return value;
  }

  private note({ held }: Value, start: number): void {
    const read = held.filter(({ path }) => path.length > 0);
    const end = start + this.text.slice(start, this.at).trimEnd().length;
    if (read.length > 0) this.reads.push({ held: read, start, end });
  }

  private primary(input: Value): Value {
    const rest = this.rest();
    if (rest.startsWith('..')) {
      this.at += 2;
      return nothing;
    }
    if (rest.startsWith('.')) {
      // A name behind it is a step of its own.
      if (/^\.\s*["[\w]/.test(rest) && !/^\.\d/.test(rest)) return input;
      this.at++;
      return input;
    }
    if (rest.startsWith('(')) return this.inBrackets(')', () => this.pipe(input));
    if (rest.startsWith('[')) {
      const items = this.inBrackets(']', () => (this.peek() === ']' ? nothing : this.pipe(input)));
      return { held: items.held };
    }
    if (rest.startsWith('{')) {
      this.object(input);
      return nothing;
    }
    if (rest.startsWith('"')) return this.string(input);
    const variable = this.takes(/\$(?:__loc__|(\w+))/y);
    if (variable) return this.bound.get(variable[1] ?? '') ?? nothing;
    if (this.takes(/@\w+/y)) return this.peek() === '"' ? this.string(input) : input;
    if (this.takes(/\d+(?:\.\d+)?/y)) return nothing;
    if (this.takes(/-/y)) return this.term(input);
    const word = this.takes(/[A-Za-z_][\w:]*/y)?.[0];
    return word === undefined ? nothing : this.word(word, input);
  }

  private word(word: string, input: Value): Value {
    switch (word) {
      case 'if':
        return this.condition(input);
      case 'try': {
        const tried = this.term(input);
        return this.takes(/catch\b/y) ? either(tried, this.term(input)) : tried;
      }
      case 'reduce':
      case 'foreach': {
        const each = this.term(input);
        const name = this.takes(/as\s+\$(\w+)/y)?.[1];
        if (name !== undefined) this.bound.set(name, each);
        this.arguments(nothing);
        return nothing;
      }
      case 'def':
        return this.definition(input);
      case 'label':
        this.takes(/\$\w+\s*\|?/y);
        return input;
      case 'input':
      case 'inputs':
        return { held: this.first };
      case 'empty':
      case 'null':
      case 'true':
      case 'false':
      case 'not':
        return nothing;
      default:
        return this.call(word, input);
    }
  }

  private call(name: string, input: Value): Value {
    const own = this.functions.get(name);
    if (own) {
      this.arguments(input);
      if (this.depth > deepest - 20) return nothing;
      const back = this.at;
      this.at = own.from;
      this.depth += 10;
      const value = this.pipe(input);
      this.depth -= 10;
      this.at = back;
      return value;
    }
    if (name === 'getpath') return this.getPath(input);
    if (name === 'map' || name === 'map_values') {
      const values = this.arguments({ held: below(input.held, [[0]]) });
      return values[0] ?? nothing;
    }
    const values = this.arguments(input);
    if (ofArgument.has(name) && values.length > 0) return values.at(-1) ?? nothing;
    return sameAgain.has(name) ? input : nothing;
  }

  /** `getpath(["a", "b"])`, `getpath($keys)`. */
  private getPath(input: Value): Value {
    const start = this.at;
    const list = this.takes(/\(\s*\[([^\]]*)\]\s*\)/y)?.[1];
    if (list === undefined) {
      this.arguments(input);
      return nothing;
    }
    const keys: Path = [...list.matchAll(/"([^"]*)"|(\d+)/g)].map(
      ([, word, number]) => word ?? Number(number),
    );
    const value = { held: below(input.held, [keys]) };
    this.note(value, start - 'getpath'.length);
    return value;
  }

  private condition(input: Value): Value {
    let outcome: Value = nothing;
    for (;;) {
      this.pipe(input);
      if (!this.takes(/then\b/y)) break;
      outcome = either(outcome, this.pipe(input));
      if (this.takes(/elif\b/y)) continue;
      outcome = this.takes(/else\b/y) ? either(outcome, this.pipe(input)) : either(outcome, input);
      break;
    }
    this.takes(/end\b/y);
    return outcome;
  }

  private definition(input: Value): Value {
    const name = this.takes(/([A-Za-z_]\w*)\s*(?:\([^)]*\))?\s*:/y)?.[1];
    const from = this.at;
    // Its reads are noted where it is called.
    const before = this.reads.length;
    this.pipe(nothing);
    this.reads.length = before;
    this.takes(/;/y);
    if (name !== undefined) this.functions.set(name, { from });
    return this.pipe(input);
  }

  /** What stands in brackets behind a function, parted by `;`. */
  private arguments(input: Value): readonly Value[] {
    if (this.peek() !== '(') return [];
    const values: Value[] = [];
    this.inBrackets(')', () => {
      do values.push(this.pipe(input));
      while (this.takes(/;/y));
      return nothing;
    });
    return values;
  }

  private object(input: Value): void {
    this.inBrackets('}', () => {
      while (this.peek() !== '}' && this.peek() !== '') {
        const before = this.at;
        const start = this.at;
        const key = this.takes(/([A-Za-z_]\w*)|\$(\w+)/y);
        if (key === null) {
          if (this.peek() === '"') this.string(input);
          else if (this.peek() === '(') this.inBrackets(')', () => this.pipe(input));
        }
        if (this.takes(/:/y)) this.objectValue(input);
        else if (key?.[1] !== undefined) this.note({ held: below(input.held, [[key[1]]]) }, start);
        this.takes(/,/y);
        if (this.at === before) this.at++;
      }
      return nothing;
    });
  }

  /** A value ends at the comma. */
  private objectValue(input: Value): void {
    do {
      this.term(input);
      while (this.takes(/\/\/|[-+*/%]|==|!=|and\b|or\b/y)) this.term(input);
    } while (this.takes(/\|/y));
  }

  /** A text; what is put into it by `\( … )` is read too. */
  private string(input: Value): Value {
    this.at++;
    let text = '';
    const inside: Held[] = [];
    while (this.at < this.text.length) {
      const character = this.text[this.at];
      if (character === '"') break;
      if (character === '\\' && this.text[this.at + 1] === '(') {
        this.at++;
        inside.push(...this.inBrackets(')', () => this.pipe(input)).held);
        continue;
      }
      if (character === '\\') this.at++;
      text += this.text[this.at] ?? '';
      this.at++;
    }
    this.at++;
    return { held: distinct(inside), text };
  }

  /** One key down: `.name`, `."name"`, `[…]`, `?`. */
  private step(value: Value, input: Value): Value | undefined {
    if (this.takes(/\?(?!\/)/y)) return value;
    const named = this.takes(/\.\s*([A-Za-z_]\w*)/y, false);
    if (named) return { held: below(value.held, [[named[1] ?? '']]) };
    const rest = this.rest();
    if (/^\.\s*"/.test(rest)) {
      this.at = this.text.indexOf('"', this.at);
      return downBy(value, this.string(input).text);
    }
    if (!/^\.?\[/.test(rest)) return undefined;
    this.at = this.text.indexOf('[', this.at);
    let down: Value = nothing;
    this.inBrackets(']', () => {
      const number = this.takes(/(-?\d+)?\s*(?=\])/y);
      if (number) down = { held: below(value.held, [[Number(number[1] ?? 0)]]) };
      else if (this.takes(/-?\d*\s*:\s*-?\d*\s*(?=\])/y)) down = value;
      else down = downBy(value, this.pipe(input).text);
      return nothing;
    });
    return down;
  }

  private inBrackets(close: string, inside: () => Value): Value {
    this.blank();
    this.at++;
    const value = inside();
    while (this.peek() !== close && this.peek() !== '') {
      const before = this.at;
      inside();
      if (this.at === before) this.at++;
    }
    this.at++;
    return value;
  }

  private blank(): void {
    const blank = /(?:\s|#[^\n]*)+/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  private peek(): string {
    this.blank();
    return this.text[this.at] ?? '';
  }

  private rest(): string {
    return this.text.slice(this.at, this.at + 40);
  }

  private takes(pattern: RegExp, overBlanks = true): RegExpExecArray | null {
    const before = this.at;
    if (overBlanks) this.blank();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    this.at = match ? this.at + match[0].length : before;
    return match;
  }
}

function downBy({ held }: Value, key: string | undefined): Value {
  return key === undefined ? nothing : { held: below(held, [[key]]) };
}

function either(one: Value, other: Value): Value {
  return { held: distinct([...one.held, ...other.held]) };
}
