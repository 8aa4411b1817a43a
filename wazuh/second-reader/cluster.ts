import type { ClusterdFault } from './clusterd-fault';
import type { OptionTable, OptionValue } from './options';
import type { ClusterSection } from './sections';
import type { XmlElement } from './xml-tree';

/** Addresses that stand for nothing another node could reach. */
const reserved = ['localhost', 'NODE_IP', '0.0.0.0', '127.0.1.1'];

/** What clusterd takes an option for that is missing (read_cluster_config, framework/wazuh/core/cluster/utils.py). */
const defaults = { port: '1516', node_type: 'master', nodes: ['NODE_IP'] } as const;

/**
 * The first thing that clusterd finds wrong with the `<cluster>` section: first what it checks of every section
 * (read_cluster_config, framework/wazuh/core/cluster/utils.py, 4.14.7), then, if the cluster is enabled, the rest
 * (check_cluster_config, framework/wazuh/core/cluster/cluster.py). undefined if nothing is.
 */
export function clusterFault(section: ClusterSection): ClusterdFault | undefined {
  const value = (name: string) => section.options.get(name)?.value;
  const fault = (name: string, message: string): ClusterdFault => ({
    kind: 'cluster',
    wazuh: '3004',
    message,
    span: (section.options.get(name)?.element ?? section.element).startTag,
  });

  const port = value('port') ?? defaults.port;
  if (typeof port !== 'string' || !/^\d+$/.test(port))
    return fault('port', 'Cluster port must be an integer.');
  const disabled = value('disabled') ?? 'no';
  if (disabled !== 'yes' && disabled !== 'no') {
    return fault(
      'disabled',
      `Allowed values for 'disabled' field are 'yes' and 'no'. Found: '${shown(disabled)}'`,
    );
  }
  const helper = section.options.get('haproxy_helper');
  const table = helper && isTable(helper.value) ? helper.value : undefined;
  const unreadable = helper && table && helperFault(helper.element, table);
  if (unreadable) return unreadable;
  if (disabled === 'yes') return undefined;

  const key = value('key');
  if (key === undefined) return fault('key', 'Unspecified key');
  if (typeof key !== 'string' || !/^[\p{L}\p{N}_]{32}$/u.test(key)) {
    return fault('key', 'Key must be 32 characters long and only have alphanumeric characters');
  }
  const type = value('node_type') ?? defaults.node_type;
  if (type !== 'master' && type !== 'worker' && type !== 'client') {
    return fault('node_type', `Invalid node type ${shown(type)}. Correct values are master and worker`);
  }
  if (Number(port) <= 1024 || Number(port) >= 65535) {
    return fault('port', 'Port must be higher than 1024 and lower than 65535.');
  }
  const nodes = value('nodes') ?? defaults.nodes;
  const wrong = reserved.filter((address) => Array.isArray(nodes) && nodes.includes(address));
  if (wrong.length > 0) return fault('nodes', `Invalid elements in node fields: ${wrong.join(', ')}.`);
  return helper && table && helperRangeFault(helper.element, table);
}

/** The options of `<haproxy_helper>` that are numbers, and what they must be at least, and at most. */
const helperNumbers: readonly (readonly [name: string, least: number, most: number])[] = [
  ['haproxy_port', 1024, 65535],
  ['frequency', 10, Number.POSITIVE_INFINITY],
  ['agent_reconnection_stability_time', 10, Number.POSITIVE_INFINITY],
  ['agent_reconnection_time', 0, Number.POSITIVE_INFINITY],
  ['agent_chunk_size', 100, Number.POSITIVE_INFINITY],
  ['remove_disconnected_node_after', 0, Number.POSITIVE_INFINITY],
];

const tolerance = 'imbalance_tolerance';

/** What is checked even if the cluster is disabled. */
function helperFault(element: XmlElement, table: OptionTable): ClusterdFault | undefined {
  const fault = (name: string, message: string, wazuh: '3004' | '3042' = '3004'): ClusterdFault => ({
    kind: 'cluster',
    wazuh,
    message,
    span: place(element, name),
  });
  if (!table.has('haproxy_disabled')) return fault('', "'haproxy_disabled'");
  for (const [name] of helperNumbers) {
    const value = table.get(name);
    if (value !== undefined && integer(value) === undefined) {
      return fault(name, `HAProxy Helper ${name} must be an integer.`);
    }
  }
  const imbalance = table.get(tolerance);
  if (imbalance !== undefined && float(imbalance) === undefined) {
    return fault(tolerance, `HAProxy Helper ${tolerance} must be a float.`);
  }
  const protocol = table.get('haproxy_protocol') ?? 'http';
  if (typeof protocol !== 'string')
    return fault('haproxy_protocol', "'list' object has no attribute 'lower'");
  if (protocol.toLowerCase() === 'https' && !table.has('haproxy_cert')) {
    const message = 'HAProxy certificate file required in the haproxy_cert parameter';
    return fault('haproxy_protocol', message, '3042');
  }
  return undefined;
}

/** What is checked only if the cluster is enabled. */
function helperRangeFault(element: XmlElement, table: OptionTable): ClusterdFault | undefined {
  const fault = (name: string, message: string): ClusterdFault => ({
    kind: 'cluster',
    wazuh: '3004',
    message: `Invalid value for ${name}. ${message}`,
    span: place(element, name),
  });
  for (const [name, least, most] of helperNumbers) {
    const value = integer(table.get(name));
    if (value !== undefined && value < least)
      return fault(name, `${value} is less than the minimum of ${least}`);
    if (value !== undefined && value > most)
      return fault(name, `${value} is greater than the maximum of ${most}`);
  }
  const protocol = table.get('haproxy_protocol') ?? 'http';
  if (protocol !== 'http' && protocol !== 'https') {
    return fault('haproxy_protocol', `'${shown(protocol)}' is not one of ['http', 'https']`);
  }
  const imbalance = float(table.get(tolerance));
  if (imbalance !== undefined && imbalance <= 0) {
    return fault(tolerance, `${imbalance} is less than or equal to the minimum of 0`);
  }
  if (imbalance !== undefined && imbalance > 1) {
    return fault(tolerance, `${imbalance} is greater than the maximum of 1`);
  }
  return undefined;
}

/** Where an option of the helper stands: the last of that name counts. The helper itself where there is none. */
function place({ children, startTag }: XmlElement, name: string) {
  return children.findLast((child) => child.name === name)?.startTag ?? startTag;
}

/** What Python's `int` makes of a value; undefined where it fails. */
function integer(value: OptionValue): number | undefined {
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(_\d+)*\s*$/.test(value)) return undefined;
  return Number(value.replaceAll('_', ''));
}

/** What Python's `float` makes of a value; undefined where it fails. */
function float(value: OptionValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const special = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text);
  if (special) {
    if (special[2]?.toLowerCase() === 'nan') return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const digits = String.raw`\d+(?:_\d+)*`;
  const number = new RegExp(
    `^[-+]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:e[-+]?${digits})?$`,
    'i',
  );
  return number.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}

function isTable(value: OptionValue): value is OptionTable {
  return typeof value === 'object' && 'size' in value;
}

function shown(value: OptionValue): string {
  return typeof value === 'string' ? value : '…';
}
