import type { Element, OsXml } from '../os-xml';
import type { Role } from './role';

/** A child with text: `<location>local</location>`. */
export interface Value {
  readonly element: Element;
  readonly text: string;
}

/** An element directly under a root, as a daemon meets it (`<var>` left out: Wazuh takes it for a variable). */
export interface Section {
  readonly element: Element;
  readonly name: string;
  /** For `<wodle name="…">`, the name; else undefined. */
  readonly wodle: string | undefined;
  readonly root: Element;
}

/** A `<command>` section. Where a child is repeated the last one counts (src/config/active-response.c, 4.14.7). */
export interface Command {
  readonly section: Section;
  readonly name: Value | undefined;
  readonly executable: Value | undefined;
  readonly timeoutAllowed: Value | undefined;
  readonly extraArgs: Value | undefined;
  readonly expect: Value | undefined;
}

/** An `<active-response>` section. Where a child is repeated the last one counts; one `disabled` yes disables. */
export interface ActiveResponse {
  readonly section: Section;
  readonly disabled: boolean;
  readonly command: Value | undefined;
  readonly location: Value | undefined;
  readonly agentId: Value | undefined;
  readonly level: Value | undefined;
  readonly rulesGroup: Value | undefined;
  readonly rulesId: Value | undefined;
  readonly timeout: Value | undefined;
  readonly repeatedOffenders: Value | undefined;
}

/** A file as Wazuh sees it: its sections in the order of the file, over all roots. */
export interface Configuration {
  readonly xml: OsXml;
  readonly role: Role;
  readonly sections: readonly Section[];
  readonly commands: readonly Command[];
  readonly responses: readonly ActiveResponse[];
}

/** Reads the sections, commands and responses out of a tree. Cannot fail: what is missing is undefined. */
export function configuration(xml: OsXml, role: Role): Configuration {
  const sections = xml.roots.flatMap((root) =>
    root.children
      .filter((element) => element.name.toLowerCase() !== 'var')
      .map(
        (element): Section => ({
          element,
          name: element.name,
          wodle:
            element.name === 'wodle' ? element.attributes.find((a) => a.name === 'name')?.value : undefined,
          root,
        }),
      ),
  );
  const named = (name: string) =>
    sections.filter((section) => section.name === name && section.element.children.length > 0);
  return {
    xml,
    role,
    sections,
    commands: named('command').map(command),
    responses: named('active-response').map(response),
  };
}

function command(section: Section): Command {
  return {
    section,
    name: last(section, 'name'),
    executable: last(section, 'executable'),
    timeoutAllowed: last(section, 'timeout_allowed'),
    extraArgs: last(section, 'extra_args'),
    expect: last(section, 'expect'),
  };
}

function response(section: Section): ActiveResponse {
  return {
    section,
    disabled: section.element.children.some((child) => child.name === 'disabled' && child.text === 'yes'),
    command: last(section, 'command'),
    location: last(section, 'location'),
    agentId: last(section, 'agent_id'),
    level: last(section, 'level'),
    rulesGroup: last(section, 'rules_group'),
    rulesId: last(section, 'rules_id'),
    timeout: last(section, 'timeout'),
    repeatedOffenders: last(section, 'repeated_offenders'),
  };
}

function last(section: Section, name: string): Value | undefined {
  const element = section.element.children.findLast((child) => child.name === name);
  return element && { element, text: element.text };
}
