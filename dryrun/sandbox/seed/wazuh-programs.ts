import { realpathSync } from 'node:fs';
import { WAZUH_HOME } from '../layers';
import { STAND_IN } from '../stand-ins/state';
import { type Entry, folder } from './entry';

/** Programs of a manager's or an agent's own bin folder, 4.14. */
const programs =
  'agent-auth agent_control agent_groups agent_upgrade clear_stats cluster_control manage_agents ossec-control rbac_control verify-agent-conf wazuh-agentd wazuh-agentlessd wazuh-analysisd wazuh-apid wazuh-authd wazuh-clusterd wazuh-control wazuh-csyslogd wazuh-db wazuh-dbd wazuh-execd wazuh-integratord wazuh-keystore wazuh-logcollector wazuh-logtest wazuh-logtest-legacy wazuh-maild wazuh-modulesd wazuh-monitord wazuh-regex wazuh-remoted wazuh-reportd wazuh-syscheckd'.split(
    ' ',
  );

/** The responses that come with Wazuh, 4.14. */
const responses =
  'default-firewall-drop disable-account firewall-drop firewalld-drop host-deny ip-customblock ipfw kaspersky npf pf restart-wazuh restart.sh route-null wazuh-slack'.split(
    ' ',
  );

/** Python's names in a manager's framework. */
const interpreters = ['python3', 'python3.10'];

/**
 * Wazuh's own programs, for scripts that call them: stand-ins that write down how they were called. The manager's own
 * Python is the machine's.
 */
export function wazuhPrograms(): readonly Entry[] {
  const link = (path: string, target: string): Entry => ({
    kind: 'link',
    path: `${WAZUH_HOME}/${path}`,
    target,
  });
  const python = pythonHere();
  return [
    ...programs.map((name) => link(`bin/${name}`, STAND_IN)),
    ...responses.map((name) => link(`active-response/bin/${name}`, STAND_IN)),
    ...(python === undefined
      ? []
      : [
          ...['framework', 'framework/python', 'framework/python/bin'].map((path) =>
            folder(`${WAZUH_HOME}/${path}`, 0o750),
          ),
          ...interpreters.map((name) => link(`framework/python/bin/${name}`, python)),
        ]),
  ];
}

/** The machine's Python by its own name, so that it stays where `python3` is taken away; undefined without one. */
export function pythonHere(): string | undefined {
  try {
    return realpathSync('/usr/bin/python3');
  } catch {
    return undefined;
  }
}
