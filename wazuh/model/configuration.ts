import type { OsXml } from '../os-xml';
import { type Command, command, definitions } from './command';
import { type Children, nesting } from './nesting';
import { type ActiveResponse, response } from './response';
import { detectShape, type Role, type Shape } from './role';
import { type Section, sections } from './section';

/** A file as Wazuh sees it: its sections in the order of the file, over all roots. */
export interface Configuration {
  readonly xml: OsXml;
  readonly role: Role;
  readonly shape: Shape;
  /** Which elements are whose children for Wazuh; `<var>` makes this differ from the tree as written. */
  readonly children: Children;
  readonly sections: readonly Section[];
  /** The sections that a fault or a half-typed tag tears: what they hold, and whether they hold it, is a guess. */
  readonly torn: readonly Section[];
  /** Every `<command>` with at least one child, right or wrong. */
  readonly commands: readonly Command[];
  /** Every `<active-response>` with at least one child, right or wrong. */
  readonly responses: readonly ActiveResponse[];
  /** The command that counts for each name: the first complete one. */
  readonly definitions: ReadonlyMap<string, Command>;
}

/**
 * Reads the sections, commands and responses out of a tree. Cannot fail: what is missing is undefined.
 * `shape` says whether the file must stand for itself; by default its content tells.
 */
export function configuration(xml: OsXml, role: Role, shape: Shape = detectShape(xml)): Configuration {
  const children = nesting(xml);
  const all = sections(xml, children);
  const named = (name: string) => all.filter((one) => one.name === name && one.children.length > 0);
  const commands = named('command').map(command);
  return {
    xml,
    role,
    shape,
    children,
    sections: all,
    torn: all.filter(({ whole }) => !whole),
    commands,
    responses: named('active-response').map(response),
    definitions: definitions(commands),
  };
}
