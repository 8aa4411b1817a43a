import { invalidToken, type Offence } from './offence';

/** A piece of an XML document: a tag, or a text up to the next tag or comment. */
export type Markup = Tag | Text;

export interface Tag {
  /** `empty` for one that closes itself. */
  readonly kind: 'start' | 'end' | 'empty';
  readonly name: string;
  /** Attributes as written, the blank before the first included. */
  readonly attributes: string;
  /** Offset of `<`, and behind `>`. */
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly kind: 'text';
  /** Entities decoded. */
  readonly text: string;
}

const blank = '[ \\t\\n]*';
/** One colon at most, and behind it what could begin a name. */
const name = '[^\\s<>/="\':]+(?::[^\\s<>/="\':\\d.\\-·][^\\s<>/="\':]*)?';
const attribute = `[ \\t\\n]+${name}${blank}=${blank}(?:"[^"<]*"|'[^'<]*')`;
const tag = new RegExp(`<(?:/(${name})${blank}|(${name})((?:${attribute})*)${blank}(/?))>`, 'y');

/**
 * What a document is made of from an offset on, comments left out. Stops at the first thing that expat does not take
 * though XMLValidator may, and returns it: a comment that does not end or holds `--`, a tag with `<` in a value or with
 * something behind its slash or a second colon in a name, a text with `]]>`. What else is wrong in a name the validator
 * sees. Linear.
 */
export function* markup(document: string, from: number): Generator<Markup, Offence | undefined> {
  for (let at = from; at < document.length; ) {
    const next = document.indexOf('<', at);
    const text = document.slice(at, next < 0 ? document.length : next);
    const brackets = text.indexOf(']]>');
    if (brackets >= 0) return { words: invalidToken, at: at + brackets };
    if (text !== '') yield { kind: 'text', text: decoded(text) };
    if (next < 0) return undefined;
    if (document.startsWith('<!--', next)) {
      const dashes = document.indexOf('--', next + 4);
      if (dashes < 0) return { words: 'unclosed token', at: next };
      if (document[dashes + 2] !== '>') return { words: invalidToken, at: dashes };
      at = dashes + 3;
      continue;
    }
    tag.lastIndex = next;
    const [found, closed, opened = '', attributes = '', slash] = tag.exec(document) ?? [];
    if (found === undefined) return { words: invalidToken, at: next };
    at = next + found.length;
    const kind = closed !== undefined ? 'end' : slash ? 'empty' : 'start';
    yield { kind, name: closed ?? opened, attributes, start: next, end: at };
  }
  return undefined;
}

const attributeParts = new RegExp(`(${name})${blank}=${blank}(?:"([^"]*)"|'([^']*)')`, 'g');

/** The attributes of a tag: names as written, values decoded. */
export function attributesOf({ attributes }: Tag): readonly (readonly [name: string, value: string])[] {
  return Array.from(attributes.matchAll(attributeParts), ([, key = '', double, single]) => [
    key,
    decoded((double ?? single ?? '').replaceAll(/[\t\n]/g, ' ')),
  ]);
}

/** The entities that clusterd's rewriting leaves. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  quot: '"',
  backslash: '\\',
};

function decoded(text: string): string {
  return text.replaceAll(/&(\w+);/g, (written, entity: string) => entities[entity] ?? written);
}
