import type { Span } from '../wazuh/span';
import { type FieldRead, readFields } from './fields-read';
import { passedFor } from './passed';
import { matches, type Script } from './script';
import { descendants, type SyntaxNode, within } from './syntax/node';

/** What one key is made of, as far as the text tells; in doubt it is the target. */
export type Key = 'target' | 'rule id' | 'constant' | 'number';

/** One list of keys: `"keys": […]` or `keys = […]`. */
export interface KeyList {
  /** What stands in its brackets, without the blanks around it. */
  readonly list: Span;
  readonly keys: readonly Key[];
}

/** The lists of keys that a script writes, in the order of the text. */
export function* keyLists(script: Script): Iterable<KeyList> {
  const reads = readFields(script);
  for (const { span } of matches(script.code, listStart)) {
    const end = closingBracket(script.code, span.end);
    if (end === undefined) continue;
    const list = trimmed(script.code, { start: span.end, end });
    const keys = script.language === 'bash' ? shellKeys(script, list, reads) : keysOf(script, list, reads);
    yield { list, keys };
  }
  for (const { span, match } of matches(script.code, listByName))
    for (const { start, end, text } of passedFor(script, match[1] ?? '', span)) {
      if (!/^\[.*\]$/s.test(text)) continue;
      const list = trimmed(script.code, { start: start + 1, end: end - 1 });
      yield { list, keys: keysOf(script, list, reads) };
    }
}

/** A list that came in by a parameter: `"keys": keys`. */
const listByName = /\bkeys["']?\s*[:=]\s*([A-Za-z_]\w*)\s*[,})]/g;

const listStart = /\bkeys\\?["']?\s*[:=]\s*(?:@?\(|\[)/g;

/** How far a list may reach, in characters: beyond, a bracket was probably never closed. */
const longest = 1000;

/** Offset of the bracket that closes the one before `from`. */
function closingBracket(code: string, from: number): number | undefined {
  let depth = 1;
  for (let i = from; i < code.length && i < from + longest; i++) {
    if ('[({'.includes(code[i] ?? '')) depth++;
    else if ('])}'.includes(code[i] ?? '') && --depth === 0) return i;
  }
  return undefined;
}

function trimmed(code: string, { start, end }: Span): Span {
  const inside = code.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: from + inside.trim().length };
}

function keysOf(script: Script, list: Span, reads: readonly FieldRead[]): readonly Key[] {
  const inside = reads.filter(({ span }) => list.start <= span.start && span.end <= list.end);
  if (inside.length > 0) return inside.map(({ path }) => keyOf(path));
  if (script.language === 'powershell')
    return powershellNames(script, list).map((name) => variableKey(script, name, reads, list));
  const text = script.code.slice(list.start, list.end);
  // Of an f-string the names in braces count, of any other string nothing.
  const unquoted = text
    .replace(/\bf(['"])(.*?)\1/g, (_, __, body: string) => (body.match(/\{[^}]*\}/g) ?? []).join(' '))
    .replace(/'[^']*'|"[^"]*"/g, '');
  return (unquoted.match(/\b[A-Za-z_]\w*/g) ?? [])
    .filter((name) => !/^(?:str|int|format)$/.test(name))
    .map((name) => variableKey(script, name, reads, list));
}

/** The variables in a list, also where it is a text that is put together, or filled in by `-f`. */
function powershellNames({ root, code }: Script, list: Span): readonly string[] {
  const names = [...descendants(root, 'variable')]
    .filter((node) => within(node, list))
    .map(({ text }) => /(\w+)\}?$/.exec(text)?.[1] ?? '');
  if (names.length > 0) return names;
  const place = /\{(\d)\}/.exec(code.slice(list.start, list.end))?.[1];
  const filledIn = place && /-f\s+\(?([^\n]*)/.exec(code.slice(list.end).split('\n', 1)[0] ?? '')?.[1];
  const given = filledIn?.split(',')[Number(place)];
  return given === undefined ? [] : [/\$(?:\w+:)?(\w+)/.exec(given)?.[1] ?? ''];
}

/** A shell builds the JSON as text: a key is a variable in it, an argument of `printf`, or one of `jq --arg`. */
function shellKeys(script: Script, list: Span, reads: readonly FieldRead[]): readonly Key[] {
  const text = script.code.slice(list.start, list.end);
  if (text.includes('%s')) return [printfKey(script, list, reads)];
  return [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => {
    const passed = new RegExp(String.raw`--arg\s+${name}\s+"?\$\{?(\w+)`).exec(script.code)?.[1];
    return variableKey(script, passed ?? name, reads, list);
  });
}

/** The argument that stands for the `%s` of the list: as many conversions stand before it as arguments before its own. */
function printfKey(script: Script, list: Span, reads: readonly FieldRead[]): Key {
  const { code } = script;
  const start = code.lastIndexOf('printf', list.start);
  const lineEnd = code.indexOf('\n', list.end);
  const before = code.slice(start, list.start).match(/%s/g)?.length ?? 0;
  const behind = code.slice(list.end, lineEnd === -1 ? code.length : lineEnd);
  const given = behind.replace(/^.*?(?:\\n|\})['"](?=\s)/, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const argument = given[before];
  if (argument === undefined) return 'target';
  const name = /\$\{?(\w+)/.exec(argument)?.[1];
  return name === undefined ? 'constant' : variableKey(script, name, reads, list);
}

function variableKey(script: Script, name: string, reads: readonly FieldRead[], place: Span): Key {
  if (new RegExp(String.raw`(?:^|[\n;])[ \t]*\$?${name}\s*=\s*(?:int\(|\[int\])`).test(script.code))
    return 'number';
  const read = reads.findLast(({ variable }) => variable === name);
  if (read) return keyOf(read.path);
  const literal = new RegExp(
    String.raw`(?:^|[\n;])[ \t]*\$?${name}\s*=\s*(?:"[^"$\n]*"|'[^'\n]*'|\d+)\s*(?:\n|;|$)`,
  );
  if (literal.test(script.code)) return 'constant';
  const passed = passedFor(script, name, place).map((value) => valueKey(value, reads));
  const [first] = passed;
  if (first !== undefined && passed.every((key) => key === first)) return first;
  return /^rule_?id$/i.test(name) ? 'rule id' : 'target';
}

/** What one value is, that is passed on to become a key; in doubt the target. */
function valueKey({ start, end, text }: SyntaxNode, reads: readonly FieldRead[]): Key {
  const read = reads.find(({ span }) => start <= span.start && span.end <= end);
  if (read) return keyOf(read.path);
  const name = /^(?:str\()?["']?\$?\{?([A-Za-z_]\w*)\}?["']?\)?$/.exec(text)?.[1];
  const own = name === undefined ? undefined : reads.findLast(({ variable }) => variable === name);
  return own ? keyOf(own.path) : 'target';
}

function keyOf(path: string): Key {
  if (path === 'rule.id') return 'rule id';
  return /^(?:rule|agent|manager|cluster|decoder)(?:\.|$)|^location$/.test(path) ? 'constant' : 'target';
}
