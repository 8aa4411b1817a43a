import type { Element, OsXml } from '../os-xml';
import { rootNames } from './section';

/** Whose file it is: it decides which sections are read, and by whom. */
export type Role = 'manager' | 'agent' | 'agent.conf';

/**
 * The role that the content speaks for. `<agent_config>` makes it agent.conf, `<wazuh_config>` a manager's. A section that only one side reads
 * decides: `<client>` without `<remote>` is an agent's. Without any, `<active-response>` blocks that hold nothing but
 * an agent's switches are an agent's, as a manager refuses them. Else it is a manager's.
 */
export function detectRole(xml: OsXml): Role {
  if (xml.roots.some((root) => root.name === 'agent_config')) return 'agent.conf';
  if (xml.roots.some((root) => root.name === 'wazuh_config')) return 'manager';
  const found = sectionsOf(xml);
  const has = (names: readonly string[]) => found.some(({ name }) => names.includes(name));
  if (has(['remote'])) return 'manager';
  if (has(['client'])) return 'agent';
  if (has(managerSections)) return 'manager';
  if (has(agentSections)) return 'agent';
  const blocks = found.filter(({ name, children }) => name === 'active-response' && children.length > 0);
  const switches = blocks.every(({ children }) => children.every(({ name }) => agentSwitches.includes(name)));
  return blocks.length > 0 && switches ? 'agent' : 'manager';
}

/** Whether a file is one that Wazuh could start with, or some sections that people keep in a file of their own. */
export type Shape = 'whole' | 'fragment';

/**
 * Tells a whole file from a fragment. Every file that Wazuh starts with has a `<remote>` (manager) or a `<client>`
 * (agent). A file that has neither is whole, and at fault, where it holds at least two of the sections that nobody
 * keeps apart from each other; else it is a fragment, and not blamed for what it does not hold.
 */
export function detectShape(xml: OsXml): Shape {
  if (!xml.roots.some(({ name }) => name === 'ossec_config' || name === 'wazuh_config')) return 'fragment';
  const names = new Set(sectionsOf(xml).map(({ name }) => name));
  if (names.has('remote') || names.has('client')) return 'whole';
  return mainSections.filter((name) => names.has(name)).length >= 2 ? 'whole' : 'fragment';
}

/** What stands directly under the roots, and at the top of a fragment that does without a root. */
function sectionsOf(xml: OsXml): readonly Element[] {
  return xml.roots.flatMap((top) => (rootNames.includes(top.name) ? top.children : [top]));
}

const mainSections: readonly string[] = ['global', 'alerts', 'ruleset', 'auth', 'cluster'];
const managerSections: readonly string[] = [
  ...mainSections,
  'command',
  'email_alerts',
  'syslog_output',
  'integration',
  'reports',
  'vulnerability-detection',
  'indexer',
  'task-manager',
  'rule_test',
  'wdb',
];
const agentSections: readonly string[] = ['client_buffer', 'anti_tampering'];
const agentSwitches: readonly string[] = ['disabled', 'repeated_offenders', 'ca_store', 'ca_verification'];
