import { type Alert, field, isObject, type Json } from '../wazuh/alert';
import { features, type WazuhVersion } from '../wazuh/versions';
import { type Target, targets } from './target';

/**
 * The event as a release hands it to scripts. An alert of 4.x is told in the fields of 5.0, which are those of the
 * Elastic Common Schema at the top of the message, with Wazuh's own under `wazuh`
 * (docs/guide/migration/active-response.md, 5.0.0-beta4); one that is in that form already stays as it is.
 */
export function eventFor(version: WazuhVersion, alert: Alert): Alert {
  return features(version).alertShape === 'flat' && 'rule' in alert ? flat(alert) : alert;
}

function flat(alert: Alert): Alert {
  const { agent, rule, timestamp, full_log: log } = alert;
  const [address, user, file] = (['address', 'user', 'file'] as const).map((kind) => first(kind, alert));
  return {
    ...filled({
      '@timestamp': timestamp,
      event: filled({ original: log }),
      source: filled({ ip: address, port: number(field(alert, 'data.srcport')) }),
      user: filled({ name: user }),
      file: filled({ path: file }),
    }),
    wazuh:
      filled({
        agent: isObject(agent) ? filled({ id: agent.id, name: agent.name }) : undefined,
        rule: isObject(rule)
          ? filled({ id: rule.id, title: rule.description, level: rule.level })
          : undefined,
      }) ?? {},
  };
}

/** The account that was aimed at stands before the one that somebody came from. */
function first(kind: Target['kind'], alert: Alert): string | undefined {
  const all = targets(alert).filter((target) => target.kind === kind);
  return (all.find(({ path }) => /dstuser$/i.test(path)) ?? all[0])?.value;
}

function number(value: Json | undefined): number | undefined {
  const port = Number(value);
  return value === undefined || Number.isNaN(port) ? undefined : port;
}

/** Without what is not there; undefined if nothing is. */
function filled(values: Readonly<Record<string, Json | undefined>>): Alert | undefined {
  const there = Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}
