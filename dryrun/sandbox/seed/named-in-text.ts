import { scanners } from '../stand-ins/commands';
import { STAND_IN } from '../stand-ins/state';
import { type Entry, file } from './entry';

/** Absolute paths of a script's text, as they are written: up to where something is put in. */
const paths = /(?<![\w./~}$-])\/(?:[\w.@+-]+\/)*[\w.@+-]+/g;

/** Rules and signatures that somebody has to bring to the host, for a scanner that does not look at them here. */
const RULES = 'rule made_up_threat { condition: false }\n';

/**
 * What a script's text and the words that it is given name by absolute paths, and that a host has on which it is used:
 * rules for YARA, and scanners that were built into folders of their own.
 * @param words of `<extra_args>`
 */
export function namedInText(texts: string, words: readonly string[]): readonly Entry[] {
  const all = [...new Set([...(texts.match(paths) ?? []), ...words.filter((word) => word.startsWith('/'))])];
  const rules = all.filter((path) => /\.(?:yarc?|yara)$/.test(path)).map((path) => file(path, RULES));
  const places = scanners
    .filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(texts))
    .flatMap((name) => all.flatMap((path) => placeOf(name, path) ?? []));
  return [...rules, ...[...new Set(places)].map((path): Entry => ({ kind: 'link', path, target: STAND_IN }))];
}

/** Where a scanner is, if a path is its own or that of a folder of programs; undefined for other paths. */
function placeOf(name: string, path: string): string | undefined {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last === name) return path;
  return /^s?bin$/.test(last) || (last.startsWith(name) && !last.includes('.'))
    ? `${path}/${name}`
    : undefined;
}
