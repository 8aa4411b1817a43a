import { rawByte } from '../os-xml';
import { noCharacter } from './character';
import { markup } from './markup';
import { invalidToken, type Offence } from './offence';
import { validatorOffence } from './validator';
import { type XmlDocument, xmlDocument } from './xml-document';
import { type XmlElement, xmlTree } from './xml-tree';

/** What Python's parser makes of the rewritten file: its roots, or the place of the first offence. */
export type Parsed =
  | { readonly roots: readonly XmlElement[]; readonly refusal?: undefined }
  | { readonly roots?: undefined; readonly refusal: { readonly message: string; readonly at: number } };

/**
 * Rewrites a file as clusterd does, and reads it as strictly as expat. XMLValidator judges it; beside it stand the few
 * rules that expat has and XMLValidator has not. Never throws; linear. Offsets are the file's.
 */
export function parseXml(source: string): Parsed {
  const document = xmlDocument(source);
  const refused = ({ words, at }: Offence): Parsed => ({
    refusal: { message: words, at: document.sourceOf(at) },
  });
  const offence = undecodable(document.text) ?? firstOffence(document);
  if (offence) return refused(offence);
  const tree = xmlTree(document);
  return 'words' in tree ? refused(tree) : { roots: tree.children };
}

/** A parser stops at the first offence: of what the validator and the rules beside it find, that is the first in the text. */
function firstOffence({ text, start }: XmlDocument): Offence | undefined {
  const found = [validatorOffence(text), badMarkup(text, start), badCharacter(text)];
  return found
    .filter((offence) => offence !== undefined)
    .reduce<Offence | undefined>((first, next) => (first && first.at <= next.at ? first : next), undefined);
}

/** Before it looks at anything, Python must make characters of the bytes. */
function undecodable(document: string): Offence | undefined {
  const at = document.search(rawByte);
  const byte = (document.charCodeAt(at) - 0xdc00).toString(16);
  return at < 0 ? undefined : { words: `'utf-8' codec can't decode byte 0x${byte}`, at };
}

function badMarkup(document: string, from: number): Offence | undefined {
  const pieces = markup(document, from);
  for (let next = pieces.next(); ; next = pieces.next()) if (next.done) return next.value;
}

function badCharacter(document: string): Offence | undefined {
  const at = document.search(noCharacter);
  return at < 0 ? undefined : { words: invalidToken, at };
}
