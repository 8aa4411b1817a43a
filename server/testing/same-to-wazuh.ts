import { type Element, read } from '../../wazuh/os-xml';

/**
 * Whether Wazuh reads the same from two texts: the same elements, attributes and texts in the same order. Of blanks
 * behind the last child of an element only whether there are any counts: some readers ask that, none asks how many.
 */
export function sameToWazuh(one: string, other: string): boolean {
  return JSON.stringify(read(one).roots.map(meaning)) === JSON.stringify(read(other).roots.map(meaning));
}

function meaning({ name, attributes, children, text }: Element): unknown {
  const blank = children.length > 0 && text !== '' && text.trim() === '';
  return [name, attributes.map((each) => [each.name, each.value]), blank ? ' ' : text, children.map(meaning)];
}
