import { type Alert, isObject } from '../../wazuh/alert';

/** The same event a minute later: another id and another time, everything else as it was. */
export function later(alert: Alert): Alert {
  const at = new Date(Date.parse(String(alert.timestamp)) + 60_000);
  return {
    ...alert,
    ...(typeof alert.id === 'string' ? { id: `${alert.id}1` } : {}),
    ...(Number.isNaN(at.valueOf()) ? {} : { timestamp: at.toISOString().replace('Z', '+0000') }),
  };
}

/** The alert with each text put through a function; the rule, the agent and the like stay as they are. */
export function withData(alert: Alert, change: (data: Alert) => Alert): Alert {
  return { ...alert, data: change(isObject(alert.data) ? alert.data : {}) };
}
