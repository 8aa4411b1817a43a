/**
 * JSON as Wazuh's C code reads, changes and prints it (cJSON). It differs from JSON.parse where a script can notice:
 * members keep their order and may repeat, names are found without regard to case and the first one wins, numbers are
 * printed with 15 or 17 digits, and what stands behind the value is ignored.
 */
export type CJson =
  | { readonly kind: 'literal'; readonly text: 'null' | 'true' | 'false' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly CJson[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] };

export interface Member {
  readonly name: string;
  readonly value: CJson;
}

/** Deeper nesting is refused (CJSON_NESTING_LIMIT). */
const NESTING_LIMIT = 1000;

/** Reads the first value of a text, or undefined where cJSON_Parse returns NULL. Never throws. */
export function parse(text: string): CJson | undefined {
  return value({ text: text.startsWith('\uFEFF') ? text.slice(1) : text, at: 0 }, 0);
}

/** The text as cJSON_PrintUnformatted writes it. */
export function print(tree: CJson): string {
  switch (tree.kind) {
    case 'literal':
      return tree.text;
    case 'number':
      return printNumber(tree.value);
    case 'string':
      return printString(tree.value);
    case 'array':
      return `[${tree.items.map(print).join(',')}]`;
    case 'object':
      return `{${tree.members.map(({ name, value }) => `${printString(name)}:${print(value)}`).join(',')}}`;
  }
}

export function string(value: string): CJson {
  return { kind: 'string', value };
}

/** The first member of that name, without regard to case; undefined for anything but an object that has it. */
export function item(tree: CJson | undefined, name: string): CJson | undefined {
  return tree?.kind === 'object' ? tree.members[find(tree.members, name)]?.value : undefined;
}

/** Gives the first member of that name a new value, and the name as written here; without one nothing changes. */
export function replace(tree: CJson, name: string, value: CJson): CJson {
  if (tree.kind !== 'object') return tree;
  const index = find(tree.members, name);
  return index === -1 ? tree : { kind: 'object', members: tree.members.with(index, { name, value }) };
}

/** Adds a member at the end, even if the name is there already. An array takes the value alone; others nothing. */
export function add(tree: CJson, name: string, value: CJson): CJson {
  if (tree.kind === 'array') return { kind: 'array', items: [...tree.items, value] };
  return tree.kind === 'object' ? { kind: 'object', members: [...tree.members, { name, value }] } : tree;
}

function find(members: readonly Member[], name: string): number {
  return members.findIndex((member) => member.name.toLowerCase() === name.toLowerCase());
}

interface Reader {
  readonly text: string;
  at: number;
}

function value(reader: Reader, depth: number): CJson | undefined {
  skipBlanks(reader);
  for (const text of ['null', 'true', 'false'] as const) {
    if (reader.text.startsWith(text, reader.at)) {
      reader.at += text.length;
      return { kind: 'literal', text };
    }
  }
  const first = reader.text[reader.at] ?? '';
  if (first === '"') {
    const read = stringValue(reader);
    return read === undefined ? undefined : string(read);
  }
  if (first === '-' || (first >= '0' && first <= '9')) return number(reader);
  if (depth >= NESTING_LIMIT) return undefined;
  if (first === '[') return array(reader, depth + 1);
  return first === '{' ? object(reader, depth + 1) : undefined;
}

/** Everything up to the blank counts as blank: control characters too. */
function skipBlanks(reader: Reader): void {
  while (reader.at < reader.text.length && reader.text.charCodeAt(reader.at) <= 32) reader.at++;
}

/** strtod's view of a number: leading zeros are fine, and so is a missing digit after the point. */
const numeric = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

function number(reader: Reader): CJson | undefined {
  numeric.lastIndex = reader.at;
  const match = numeric.exec(reader.text);
  if (!match) return undefined;
  reader.at += match[0].length;
  return { kind: 'number', value: Number(match[0]) };
}

function array(reader: Reader, depth: number): CJson | undefined {
  const items: CJson[] = [];
  const whole = list(reader, ']', () => {
    const read = value(reader, depth);
    if (read) items.push(read);
    return read !== undefined;
  });
  return whole ? { kind: 'array', items } : undefined;
}

function object(reader: Reader, depth: number): CJson | undefined {
  const members: Member[] = [];
  const whole = list(reader, '}', () => {
    const name = stringValue(reader);
    if (name === undefined) return false;
    skipBlanks(reader);
    if (reader.text[reader.at++] !== ':') return false;
    const read = value(reader, depth);
    if (read) members.push({ name, value: read });
    return read !== undefined;
  });
  return whole ? { kind: 'object', members } : undefined;
}

/** Elements between commas up to `close`; the reader stands on the opening bracket. False where one is broken. */
function list(reader: Reader, close: string, element: () => boolean): boolean {
  reader.at++;
  skipBlanks(reader);
  if (reader.text[reader.at] === close) {
    reader.at++;
    return true;
  }
  for (;;) {
    skipBlanks(reader);
    if (!element()) return false;
    skipBlanks(reader);
    const next = reader.text[reader.at++];
    if (next === close) return true;
    if (next !== ',') return false;
  }
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** A string in quotes. C ends it at the first NUL, however that was written. Raw control characters are taken. */
function stringValue(reader: Reader): string | undefined {
  if (reader.text[reader.at] !== '"') return undefined;
  let read = '';
  for (reader.at++; reader.at < reader.text.length; ) {
    const next = reader.text[reader.at++] ?? '';
    if (next === '"') return read.split('\0', 1)[0];
    if (next !== '\\') {
      read += next;
      continue;
    }
    const letter = reader.text[reader.at++] ?? '';
    const plain = letter === 'u' ? unicode(reader) : escapes[letter];
    if (plain === undefined) return undefined;
    read += plain;
  }
  return undefined;
}

/** `XXXX` behind `\u`; the first half of a pair wants its other half, and the second half alone is refused. */
function unicode(reader: Reader): string | undefined {
  const hex = (from: number) => {
    const digits = reader.text.slice(from, from + 4);
    return /^[\da-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
  };
  const first = hex(reader.at);
  if (first === undefined || (first >= 0xdc00 && first <= 0xdfff)) return undefined;
  reader.at += 4;
  if (first < 0xd800 || first > 0xdbff) return String.fromCharCode(first);
  const second = reader.text.startsWith('\\u', reader.at) ? hex(reader.at + 2) : undefined;
  if (second === undefined || second < 0xdc00 || second > 0xdfff) return undefined;
  reader.at += 6;
  return String.fromCharCode(first, second);
}

/** Only what must be is escaped: no slash, no non-ASCII character. */
function printString(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped here
    /["\\\u0000-\u001f]/g,
    (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** 15 digits where they say the same number, as near as C compares doubles, else 17. */
function printNumber(number: number): string {
  if (!Number.isFinite(number)) return 'null';
  const rough = Number(number.toPrecision(15));
  const near = Math.abs(rough - number) <= Math.max(Math.abs(rough), Math.abs(number)) * Number.EPSILON;
  return general(number, near ? 15 : 17);
}

/** printf's `%.{digits}g`. */
function general(number: number, digits: number): string {
  if (number === 0) return Object.is(number, -0) ? '-0' : '0';
  const [mantissa = '', power = ''] = number.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < digits) return trim(number.toFixed(Math.max(0, digits - 1 - exponent)));
  const sign = exponent < 0 ? '-' : '+';
  return `${trim(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
