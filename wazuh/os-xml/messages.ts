import { limits } from './limits';
import { cutAtNul } from './scanner';
import { firstBytes } from './utf8';

/** What Wazuh says, without the `XMLERR: ` before it (src/os_xml/os_xml.c, 4.14.7). Names are cut as C cuts them. */
export const messages = {
  elementNotClosed: (name: string) => short(`Element '${name}' not closed.`),
  elementNotOpened: () => 'Element not opened.',
  endOfFile: () => 'End of file and some elements were not closed.',
  commentNotClosed: () => 'Comment not closed.',
  tooLong: () => 'String overflow.',
  tooDeep: () => 'Max recursion level reached',
  tooManyAttributes: () => 'Too many attributes.',
  attributeTooLong: (name: string) =>
    short(`Overflow attempt at attribute '${firstBytes(cutAtNul(name), 20)}'.`),
  attributeNotClosed: (name: string) => short(`Attribute '${name}' not closed.`),
  attributeNoValue: (name: string) => short(`Attribute '${cutAtNul(name)}' has no value.`),
  attributeRepeated: (name: string) => short(`Attribute '${name}' already defined.`),
  attributeNotQuoted: (name: string) => short(`Attribute '${name}' not followed by a " or '.`),
  attributeClosing: (name: string, value: string) =>
    short(`Bad attribute closing for '${name}'='${cutAtNul(value)}'.`),
  attributeEndOfFile: () => 'End of file while reading an attribute.',
} as const;

function short(message: string): string {
  return firstBytes(message, limits.message);
}
