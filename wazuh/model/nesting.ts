import type { Element, OsXml } from '../os-xml';

/** The children of an element as Wazuh's section readers meet them; of the file itself for undefined: its roots. */
export type Children = (of: Element | undefined) => readonly Element[];

/**
 * How Wazuh nests the elements of a file. It lists them by their depth, and an element called `var`, in any case, is a
 * variable that no reader sees: what stands inside it therefore counts as children of the element before it
 * (OS_GetElementsbyNode, os_xml/os_xml_node_access.c, 4.14.7). Linear in the number of elements.
 */
export function nesting(xml: OsXml): Children {
  const lists = new Map<Element | undefined, Element[]>();
  // The last visible element of each depth; a gap is left where only a variable stands.
  const open: (Element | undefined)[] = [];
  const walk: { element: Element; depth: number }[] = xml.roots
    .map((element) => ({ element, depth: 0 }))
    .reverse();
  for (let next = walk.pop(); next; next = walk.pop()) {
    const { element, depth } = next;
    if (element.name.toLowerCase() !== 'var') {
      const parent = depth === 0 ? undefined : open[depth - 1];
      if (depth === 0 || parent) {
        const list = lists.get(parent);
        if (list) list.push(element);
        else lists.set(parent, [element]);
      }
      open.length = depth;
      open[depth] = element;
    }
    for (const child of element.children.toReversed()) walk.push({ element: child, depth: depth + 1 });
  }
  return (of) => lists.get(of) ?? none;
}

const none: readonly Element[] = [];
