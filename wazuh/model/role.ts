import type { OsXml } from '../os-xml';

/** Whose file it is: it decides which sections are read, and by whom. */
export type Role = 'manager' | 'agent' | 'agent.conf';

/** The role that the content speaks for: `<agent_config>` roots, a `<client>` with a server, else a manager's. */
export function detectRole(xml: OsXml): Role {
  if (xml.roots.some((root) => root.name === 'agent_config')) return 'agent.conf';
  const has = (name: string) =>
    xml.roots.some((root) => root.children.some((section) => section.name === name));
  return has('client') && !has('remote') ? 'agent' : 'manager';
}
