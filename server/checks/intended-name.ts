import type { Section } from '../../wazuh/model';
import type { Element } from '../../wazuh/os-xml';
import { similar } from './similar';

/**
 * The name that an unknown child was probably meant to have: one of `known` that is near, not in the block yet, and
 * takes the child's text; a rename to any other would put one error in the place of another.
 */
export function intendedName(child: Element, block: Section, known: readonly string[]): string | undefined {
  const meant = similar(child.name, known);
  if (meant === undefined || block.children.some(({ name }) => name === meant)) return undefined;
  return (form[meant] ?? /^/).test(child.text) ? meant : undefined;
}

/** The texts that elements take, where Wazuh refuses others. */
const form: Readonly<Record<string, RegExp>> = {
  disabled: /^(yes|no)$/,
  timeout_allowed: /^(yes|no)$/,
  level: /^(\d|1\d|20)$/,
  name: /^[^!]/,
};
