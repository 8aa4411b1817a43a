import { describe, expect, it } from 'vitest';
import type { Element } from '../../wazuh/os-xml';
import { read } from '../../wazuh/os-xml';
import type { Edit } from './check';
import { addBefore, addBehind, applied, childIndent, remove, rename, setText } from './edits';

/** The text after an edit of its element `x`. */
function edited(text: string, edit: (x: Element) => readonly Edit[]): string {
  const open = [...read(text).roots];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name === 'x') return applied(text, edit(element));
    open.push(...element.children);
  }
  throw new Error(`no <x> in ${text}`);
}

describe('an edit', () => {
  it.each<[string, string, (text: string) => (x: Element) => readonly Edit[], string]>([
    ['sets a text', '<a><x>1</x></a>', () => (x) => [setText(x, '2')], '<a><x>2</x></a>'],
    ['sets an empty text', '<a><x></x></a>', () => (x) => [setText(x, '2')], '<a><x>2</x></a>'],
    ['opens what closes itself', '<a><x/></a>', () => (x) => [setText(x, '2')], '<a><x>2</x></a>'],
    ['opens it behind a blank', '<a><x /></a>', () => (x) => [setText(x, '2')], '<a><x >2</x></a>'],
    ['renames both tags', '<a><x b="c">1</x></a>', () => (x) => rename(x, 'y'), '<a><y b="c">1</y></a>'],
    ['renames the only tag', '<a><x/></a>', () => (x) => rename(x, 'y'), '<a><y/></a>'],
    ['removes a line', '<a>\n  <b/>\n  <x>1</x>\n</a>', (t) => (x) => [remove(t, x)], '<a>\n  <b/>\n</a>'],
    ['removes lines', '<a>\r\n<x>\r\n</x>\r\n</a>', (t) => (x) => [remove(t, x)], '<a>\r\n</a>'],
    ['leaves the rest of a line', '<a> <x/> <b/></a>', (t) => (x) => [remove(t, x)], '<a>  <b/></a>'],
    [
      'adds lines behind',
      '<a>\n\t<x/>\n</a>',
      (t) => (x) => [addBehind(t, x, '<b/>', '<c/>')],
      '<a>\n\t<x/>\n\t<b/>\n\t<c/>\n</a>',
    ],
    [
      'adds lines before',
      '<a>\r\n  <x/></a>',
      (t) => (x) => [addBefore(t, x, '<b/>', '<c/>')],
      '<a>\r\n  <b/>\r\n  <c/>\r\n  <x/></a>',
    ],
    ['adds on the line behind', '<a><x/></a>', (t) => (x) => [addBehind(t, x, '<b/>')], '<a><x/><b/></a>'],
    ['adds on the line before', '<a><x/></a>', (t) => (x) => [addBefore(t, x, '<b/>')], '<a><b/><x/></a>'],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit(text))).toBe(expected);
  });

  it.each([
    ['  ', '<a>\n  <x>\n    <b/>\n  </x>\n</a>'],
    ['\t', '<a>\n<x>\n\t<b/>\n</x>\n</a>'],
    ['  ', '<a><x><b/></x></a>'],
  ])('takes over the indent %j', (indent, text) => {
    expect(
      edited(text, (x) => [{ span: { start: 0, end: text.length }, newText: childIndent(text, x) }]),
    ).toBe(indent);
  });
});
