import type { ClusterdFault } from './clusterd-fault';
import { helperFault, helperRangeFault } from './haproxy-helper';
import type { OptionTable, OptionValue } from './options';
import type { ClusterSection } from './sections';

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
  const fault = (name: string, message: string, wazuh: ClusterdFault['wazuh'] = '3004'): ClusterdFault => ({
    kind: 'cluster',
    wazuh,
    message,
    span: (section.options.get(name)?.element ?? section.element).startTag,
  });

  const port = value('port') ?? defaults.port;
  if (typeof port !== 'string') return fault('port', "int() argument must not be 'dict'", null);
  if (!/^\d+$/.test(port)) return fault('port', 'Cluster port must be an integer.');
  const disabled = value('disabled') ?? 'no';
  if (disabled !== 'yes' && disabled !== 'no') {
    const found = `Found: '${shown(disabled)}'`;
    return fault('disabled', `Allowed values for 'disabled' field are 'yes' and 'no'. ${found}`);
  }
  const helper = section.options.get('haproxy_helper');
  const table = helper && isTable(helper.value) ? helper.value : undefined;
  const unreadable = helper && table && helperFault(helper.element, table);
  if (unreadable) return unreadable;
  if (disabled === 'yes') return undefined;

  const key = value('key');
  if (key === undefined) return fault('key', 'Unspecified key');
  if (typeof key !== 'string') return fault('key', 'expected string or bytes-like object', null);
  if (!/^[\p{L}\p{N}_]{32}$/u.test(key)) {
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

function isTable(value: OptionValue): value is OptionTable {
  return typeof value === 'object' && 'size' in value;
}

function shown(value: OptionValue): string {
  return typeof value === 'string' ? value : '…';
}
