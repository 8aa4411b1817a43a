import type { Element } from '../os-xml';

/** The variables of a rule file. */
export interface Variables {
  /** `text` with its variables replaced: `$SSH_GROUP`. One that is not defined stays as it is. */
  fill(text: string): string;
}

/** A name ends at the next `$`, `.`, `|`, `,`, blank, or at the end of the text (src/os_xml/os_xml_variables.c, 4.14.7). */
const use = /\$([^$.|, ]+)/g;

/**
 * The variables that a rule file defines with `<var name="…">`, at any depth; names are compared without case and the
 * first definition counts. Wazuh replaces a variable only behind its definition; here it counts in the whole file.
 */
export function variables(roots: readonly Element[]): Variables {
  const values = new Map<string, string>();
  const collect = (elements: readonly Element[]) => {
    for (const element of elements) {
      const name = element.attributes.find((each) => each.name.toLowerCase() === 'name')?.value.toLowerCase();
      if (element.name.toLowerCase() !== 'var') collect(element.children);
      else if (name !== undefined && !values.has(name)) values.set(name, element.text);
    }
  };
  collect(roots);
  return {
    fill: (text) =>
      values.size === 0
        ? text
        : text.replace(use, (whole, name: string) => values.get(name.toLowerCase()) ?? whole),
  };
}
