import { limits } from '../os-xml';
import { type Span, span } from '../span';
import { attributesOf, markup, type Tag } from './markup';
import { declaredPrefix, expanded, outermost, type Scope, scopeWithin } from './namespaces';
import type { Offence } from './offence';
import type { XmlDocument } from './xml-document';

/** An element as Python's ElementTree has it. */
export interface XmlElement {
  /** In lower case, as every reader of clusterd compares it. */
  readonly name: string;
  /** As written. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** What stands before the first child; empty is as good as none. */
  readonly text: string;
  /** What stands behind the closing tag, up to the next tag. */
  readonly tail: string;
  /** From `<` to behind `>` of the start tag, in the file. */
  readonly startTag: Span;
}

interface Draft extends XmlElement {
  readonly children: Draft[];
  text: string;
  tail: string;
  /** The namespaces inside of it. */
  readonly scope: Scope;
}

/**
 * The root of a document whose tags fit each other, down to as many levels as Wazuh's own reader takes; or the first
 * place where namespaces forbid what tags alone allow, or where it is nested deeper. Linear.
 */
export function xmlTree({ text: document, start, sourceOf }: XmlDocument): XmlElement | Offence {
  const above = element({ name: '', attributes: new Map(), scope: outermost, startTag: span(0, 0) });
  const open = [above];
  for (const piece of markup(document, start)) {
    const parent = open.at(-1) ?? above;
    if (piece.kind === 'text') {
      const before = parent.children.at(-1);
      if (before) before.tail += piece.text;
      else parent.text += piece.text;
    } else if (piece.kind === 'end') {
      open.pop();
    } else {
      const at = piece.start;
      // The root, and the roots of the file below it.
      if (open.length > limits.depth + 1) return { words: 'nested too deep', at };
      const named = names(piece, parent.scope);
      if (typeof named === 'string') return { words: named, at };
      const child = element({ ...named, startTag: span(sourceOf(at), sourceOf(piece.end)) });
      parent.children.push(child);
      if (piece.kind === 'start') open.push(child);
    }
  }
  return above.children[0] ?? above;
}

interface Names {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly scope: Scope;
}

/** The expanded names of a tag and its attributes, declarations left out; in the words of expat, why there are none. */
function names(tag: Tag, outer: Scope): Names | string {
  const written = attributesOf(tag);
  const scope = scopeWithin(outer, written);
  if (typeof scope === 'string') return scope;
  const name = expanded(tag.name, scope, scope.get('') ?? '');
  const attributes = new Map<string, string>();
  for (const [key, value] of written) {
    if (declaredPrefix(key) !== undefined) continue;
    const full = expanded(key, scope, '');
    if (full === undefined) return 'unbound prefix';
    if (attributes.has(full)) return 'duplicate attribute';
    attributes.set(full, value);
  }
  return name === undefined ? 'unbound prefix' : { name, attributes, scope };
}

function element({ name, attributes, scope, startTag }: Names & { readonly startTag: Span }): Draft {
  return {
    name: name.toLowerCase(),
    tag: name,
    attributes,
    scope,
    startTag,
    children: [],
    text: '',
    tail: '',
  };
}
