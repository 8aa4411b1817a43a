import { SaxesParser, type SaxesTagNS } from 'saxes';
import { limits } from '../os-xml';
import { type Span, span } from '../span';
import { rewrite } from './rewrite';

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

/** What a strict XML parser makes of the rewritten file: its roots, or the place of the first offence. */
export type Parsed =
  | { readonly roots: readonly XmlElement[]; readonly refusal?: undefined }
  | { readonly refusal: { readonly message: string; readonly at: number } };

interface Draft extends XmlElement {
  children: Draft[];
  text: string;
  tail: string;
}

const rootTag = 'root_tag';

/** Ends the parsing at the first offence; caught in `parseXml`. `position`: how many characters were read by then. */
class Offence extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/**
 * Rewrites a file as clusterd does and reads it as strictly as expat, down to as many levels as Wazuh's own reader
 * takes. Never throws; linear. Offsets are the file's.
 */
export function parseXml(source: string): Parsed {
  const rewritten = rewrite(source);
  const opening = `<${rootTag}>`;
  const document = `${opening}${rewritten.text}</${rootTag}>`;
  const inFile = (position: number) =>
    Math.min(rewritten.sourceOf(Math.max(position - opening.length, 0)), source.length);

  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.ENTITIES.backslash = '\\';
  const root = draftRoot();
  const open: Draft[] = [root];
  parser.on('error', ({ message }) => {
    throw new Offence(message, parser.position);
  });
  parser.on('opentag', (tag) => {
    const end = parser.position;
    // Each level costs the parser a step for every tag below it, to look for a namespace.
    if (open.length > limits.depth + 1) throw new Offence('nested too deep', end);
    const start = document.lastIndexOf('<', end - 1);
    const draft = element(tag, span(inFile(start), inFile(end)));
    open.at(-1)?.children.push(draft);
    open.push(draft);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    const last = top?.children.at(-1);
    if (last) last.tail += text;
    else if (top) top.text += text;
  });
  try {
    parser.write(document).close();
  } catch (offence) {
    if (!(offence instanceof Offence)) throw offence;
    // The parser has read the character that was one too many.
    return { refusal: { message: offence.message, at: inFile(offence.position - 1) } };
  }
  return { roots: root.children[0]?.children ?? [] };
}

function element(tag: SaxesTagNS, startTag: Span): Draft {
  const attributes = Object.values(tag.attributes).filter(
    ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
  );
  const name = expanded(tag.uri, tag.local);
  return {
    name: name.toLowerCase(),
    tag: name,
    attributes: new Map(attributes.map(({ uri, local, value }) => [expanded(uri, local), value])),
    children: [],
    text: '',
    tail: '',
    startTag,
  };
}

/** What holds the document; nobody sees it. */
function draftRoot(): Draft {
  return { name: '', tag: '', attributes: new Map(), children: [], text: '', tail: '', startTag: span(0, 0) };
}

/** A name with its namespace, as ElementTree writes it. */
function expanded(uri: string, local: string): string {
  return uri === '' ? local : `{${uri}}${local}`;
}
