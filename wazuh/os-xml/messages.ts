import { limits } from './limits';
import { cutAtNul } from './scanner';
import { firstBytes } from './utf8';

/** What Wazuh says, without the `XMLERR: ` before it (src/os_xml/os_xml.c, 4.14.7). */
export const messages = {
  elementNotClosed: (name: string) => short(`Element '${shown(name)}' not closed.`),
  elementNotOpened: () => 'Element not opened.',
  endOfFile: () => 'End of file and some elements were not closed.',
  commentNotClosed: () => 'Comment not closed.',
  tooLong: () => 'String overflow.',
  tooDeep: () => 'Max recursion level reached',
  tooManyAttributes: () => 'Too many attributes.',
  attributeTooLong: (name: string) =>
    short(`Overflow attempt at attribute '${firstBytes(shown(name), 20)}'.`),
  attributeNotClosed: (name: string) => short(`Attribute '${shown(name)}' not closed.`),
  attributeNoValue: (name: string) => short(`Attribute '${shown(name)}' has no value.`),
  attributeRepeated: (name: string) => short(`Attribute '${shown(name)}' already defined.`),
  attributeNotQuoted: (name: string) => short(`Attribute '${shown(name)}' not followed by a " or '.`),
  attributeClosing: (name: string, value: string) =>
    short(`Bad attribute closing for '${shown(name)}'='${shown(value)}'.`),
  attributeEndOfFile: () => 'End of file while reading an attribute.',
} as const;

function short(message: string): string {
  return firstBytes(message, limits.message);
}

/** As much of a name as a message can show, as C shows it: names may be as long as the file. */
function shown(name: string): string {
  return cutAtNul(name.slice(0, limits.message));
}
