import type { Span } from '../span';
import type { ClusterdFault } from './clusterd-fault';
import type { OptionTable, OptionValue } from './options';
import type { XmlElement } from './xml-tree';

/** The options that are whole numbers, and what they must be at least, and at most. */
const numbers: readonly (readonly [name: string, least: number, most: number])[] = [
  ['haproxy_port', 1024, 65535],
  ['frequency', 10, Number.POSITIVE_INFINITY],
  ['agent_reconnection_stability_time', 10, Number.POSITIVE_INFINITY],
  ['agent_reconnection_time', 0, Number.POSITIVE_INFINITY],
  ['agent_chunk_size', 100, Number.POSITIVE_INFINITY],
  ['remove_disconnected_node_after', 0, Number.POSITIVE_INFINITY],
];

const protocols = ['http', 'https'];

/**
 * What clusterd finds wrong with `<haproxy_helper>` even if the cluster is disabled
 * (parse_haproxy_helper_config, framework/wazuh/core/cluster/utils.py, 4.14.7).
 */
export function helperFault(helper: XmlElement, table: OptionTable): ClusterdFault | undefined {
  const fault = faultIn(helper);
  if (!table.has('haproxy_disabled')) return fault('', "'haproxy_disabled'", null);
  for (const [name] of numbers) {
    const value = table.get(name);
    if (value !== undefined && integer(value) === undefined) {
      return fault(name, `HAProxy Helper ${name} must be an integer.`);
    }
  }
  const tolerance = table.get('imbalance_tolerance');
  if (tolerance !== undefined && float(tolerance) === undefined) {
    return fault('imbalance_tolerance', 'HAProxy Helper imbalance_tolerance must be a float.');
  }
  const protocol = table.get('haproxy_protocol') ?? 'http';
  if (typeof protocol !== 'string') {
    return fault('haproxy_protocol', "'list' object has no attribute 'lower'", null);
  }
  if (protocol.toLowerCase() === 'https' && !table.has('haproxy_cert')) {
    const message = 'HAProxy certificate file required in the haproxy_cert parameter';
    return fault('haproxy_protocol', message, '3042');
  }
  return undefined;
}

/**
 * What clusterd finds wrong with `<haproxy_helper>` only if the cluster is enabled
 * (HAPROXY_HELPER_SCHEMA, framework/wazuh/core/cluster/cluster.py, 4.14.7).
 */
export function helperRangeFault(helper: XmlElement, table: OptionTable): ClusterdFault | undefined {
  const fault = faultIn(helper);
  const invalid = (name: string, message: string) => fault(name, `Invalid value for ${name}. ${message}`);
  for (const [name, least, most] of numbers) {
    const value = integer(table.get(name));
    if (value === undefined) continue;
    if (value < least) return invalid(name, `${value} is less than the minimum of ${least}`);
    if (value > most) return invalid(name, `${value} is greater than the maximum of ${most}`);
  }
  const protocol = table.get('haproxy_protocol');
  if (typeof protocol === 'string' && !protocols.includes(protocol)) {
    return invalid('haproxy_protocol', `'${protocol}' is not one of ['http', 'https']`);
  }
  const tolerance = float(table.get('imbalance_tolerance'));
  if (tolerance !== undefined && tolerance <= 0) {
    return invalid('imbalance_tolerance', `${tolerance} is less than or equal to the minimum of 0`);
  }
  if (tolerance !== undefined && tolerance > 1) {
    return invalid('imbalance_tolerance', `${tolerance} is greater than the maximum of 1`);
  }
  return undefined;
}

/** Makes faults at an option of the helper, the last one of its name; at the helper itself where there is none. */
function faultIn({ children, startTag }: XmlElement) {
  const place = (name: string): Span =>
    children.findLast((child) => child.name === name)?.startTag ?? startTag;
  return (name: string, message: string, wazuh: ClusterdFault['wazuh'] = '3004'): ClusterdFault => ({
    kind: 'cluster',
    wazuh,
    message,
    span: place(name),
  });
}

/** What Python's `int` makes of a value; undefined where it fails. */
function integer(value: OptionValue): number | undefined {
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(_\d+)*\s*$/.test(value)) return undefined;
  return Number(value.replaceAll('_', ''));
}

const digits = String.raw`\d+(?:_\d+)*`;
const decimal = new RegExp(`^[-+]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:e[-+]?${digits})?$`);

/** What Python's `float` makes of a value; undefined where it fails. */
function float(value: OptionValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  if (/^[-+]?nan$/.test(text)) return Number.NaN;
  if (/^[-+]?inf(inity)?$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return decimal.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}
