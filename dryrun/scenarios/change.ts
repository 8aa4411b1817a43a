import { type Alert, addressVersion, isLetThrough, isObject, type Json } from '../../wazuh/alert';
import { CANARY } from '../canary';
import { mapTargets, targets } from '../target';

/** Bytes that an alert is made to have: what execd takes is 64 KiB, its own words included. */
const BIG = 60_000;

/** What Windows and web servers write: backslashes and quotes, as JSON has to escape them. */
const BACKSLASHES = String.raw` C:\Windows\System32\cmd.exe /c "type \\host\share\n.txt" GET /a\..\..\win.ini?x=\"1\"`;

/** An address that no host has as its own (RFC 3849). */
const IPV6 = '2001:db8::5eed';

/** The same event a minute later: another id and another time, everything else as it was. */
export function later(alert: Alert): Alert {
  const changed = Object.entries(alert).map(([name, value]): [string, Json] => {
    if (name === 'id' && typeof value === 'string') return [name, `${value}1`];
    return [name, /^@?timestamp$/.test(name) && typeof value === 'string' ? minuteLater(value) : value];
  });
  return Object.fromEntries(changed);
}

function minuteLater(time: string): string {
  const at = new Date(Date.parse(time) + 60_000);
  return Number.isNaN(at.valueOf()) ? time : at.toISOString().replace('Z', '+0000');
}

/** The alert without the fields that name a target. */
export function withoutTargets(alert: Alert): Alert {
  const paths = new Set(targets(alert).map(({ path }) => path));
  const keep = (value: Json, path: string): Json => {
    if (Array.isArray(value)) return value.map((each: Json) => keep(each, path));
    if (typeof value !== 'object' || value === null) return value;
    const inside = (name: string) => (path === '' ? name : `${path}.${name}`);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !paths.has(inside(name)))
        .map(([name, child]) => [name, keep(child, inside(name))]),
    );
  };
  return keep(alert, '') as Alert;
}

/** The alert about an IPv6 address. */
export function overIpv6(alert: Alert): Alert {
  return mapTargets(alert, ({ kind, value }) =>
    kind === 'address' && addressVersion(value) === 4 ? IPV6 : value,
  );
}

/**
 * The alert about what a host cannot do without: itself, root, a program of the system. No attacker chooses the number of
 * a process.
 */
export function aboutItself(alert: Alert): Alert {
  return mapTargets(alert, ({ kind, value }) => {
    if (kind === 'process') return value;
    return kind === 'address' && value.includes(':') ? OWN.address6 : OWN[kind];
  });
}

/** What a host cannot do without. */
export const OWN = {
  address: '127.0.0.1',
  address6: '::1',
  user: 'root',
  file: '/usr/bin/ls',
} as const;

/**
 * The alert with a value in the place of each address, account and file, and in the log line; files keep their folder. No
 * response is started for some values of some fields: there stands what is left of it.
 */
export function hostile(text: string): (alert: Alert) => Alert {
  return (alert) => {
    const changed = mapTargets(alert, ({ kind, path, value }) => {
      if (kind === 'process') return value;
      if (kind !== 'file') return isLetThrough(path, text) ? text : plain(text);
      const name = text.replaceAll('/', '').replaceAll('\n', ';');
      return `${value.slice(0, value.lastIndexOf('/') + 1)}${name.startsWith('-') ? name : `x${name}`}`;
    });
    return 'full_log' in changed ? withLog(changed, ` ${text}`) : changed;
  };
}

/** A value as every field may have it, and that shows nothing of what the hostile one does. */
function plain(text: string): string {
  return text.replaceAll(CANARY, 'canary').replace(/[^a-zA-Z0-9._-]/g, '_');
}

/** The alert whose log line has backslashes and quotes. */
export function withBackslashes(alert: Alert): Alert {
  return withLog(alert, BACKSLASHES);
}

/** The alert with a log line so long that the whole is 60 kB. */
export function big(alert: Alert): Alert {
  const missing = Math.max(0, BIG - Buffer.byteLength(JSON.stringify(alert)));
  return withLog(alert, ' big'.repeat(missing / 4));
}

/** The alert with a longer log line: `full_log`, in the events of 5.0 `event.original`. */
function withLog(alert: Alert, more: string): Alert {
  const { event, full_log: log } = alert;
  if ('rule' in alert || !isObject(event)) return { ...alert, full_log: `${String(log ?? '')}${more}` };
  return { ...alert, event: { ...event, original: `${String(event.original ?? '')}${more}` } };
}
