import type { OsXml } from '../os-xml';
import { clusterFault } from './cluster';
import type { ClusterdFault } from './clusterd-fault';
import { explain } from './explain';
import { Unreadable } from './options';
import { parseXml } from './parse-xml';
import { type ClusterSection, readCluster } from './sections';

/**
 * What `wazuh-clusterd -t` refuses in a manager's file; every start runs it, also where there is no cluster. Empty if
 * it accepts the file. clusterd stops at the first: where the file is no XML there may be several here, each of which
 * is one too many. Never throws; linear.
 */
export function readAsClusterd(xml: OsXml): readonly ClusterdFault[] {
  const parsed = parseXml(xml.text);
  if (parsed.refusal) return explain(xml, parsed.refusal.message, parsed.refusal.at);
  const cluster = unlessUnreadable(() => readCluster(parsed.roots));
  if (cluster instanceof Unreadable) return [cluster.fault];
  const fault = cluster && clusterFault(cluster);
  return fault ? [fault] : [];
}

function unlessUnreadable(read: () => ClusterSection | undefined): ClusterSection | Unreadable | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}
