import type { Alert } from '../../wazuh/alert';
import type { WazuhVersion } from '../../wazuh/versions';

/** What Wazuh asks execd to do. */
export interface Order {
  readonly version: WazuhVersion;
  /** Name in ar.conf (`block-ip600`); in 5.0 the name of the channel. */
  readonly name: string;
  /** Base name of the script. */
  readonly executable: string;
  /** Seconds; 0 for a response that is not undone. */
  readonly timeout: number;
  readonly extraArgs: readonly string[];
  readonly alert: Alert;
}

/**
 * The message that reaches execd's queue: from analysisd with the alert under `parameters.alert`
 * (getActiveResponseInJSON, src/analysisd/alerts/exec.c, 4.14.7), or the 5.0 document with the channel in it.
 */
export function queueMessage(order: Order): string {
  return JSON.stringify(order.version === '5.0' ? document(order) : analysisd(order));
}

function analysisd({ name, extraArgs, alert }: Order): unknown {
  return {
    version: 1,
    origin: { name: 'node01', module: 'wazuh-analysisd' },
    command: name,
    parameters: { extra_args: extraArgs, alert },
  };
}

function document({ name, executable, timeout, extraArgs, alert }: Order): unknown {
  const { wazuh, ...fields } = alert;
  const channel = {
    name,
    executable,
    type: timeout === 0 ? 'stateless' : 'stateful',
    ...(timeout === 0 ? {} : { stateful_timeout: timeout }),
    extra_arguments: extraArgs.length === 0 ? null : extraArgs.join(' '),
    location: 'local',
    agent_id: null,
  };
  return { ...fields, wazuh: { ...(isObject(wazuh) ? wazuh : {}), active_response: channel } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
