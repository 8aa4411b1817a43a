import { addressVersion } from './address';
import { type Alert, isObject, type Json } from './alert';

/** What a stock script finds when it looks for its target in an alert. `path` is where, from the alert on. */
export type Lookup =
  | { readonly kind: 'ok'; readonly value: string; readonly path: string }
  /** There is a text, but the script refuses it and does nothing. */
  | { readonly kind: 'invalid'; readonly value: string; readonly path: string }
  | { readonly kind: 'none' };

const none: Lookup = { kind: 'none' };

/** A text and where it was found: the keys as they are written in the alert. */
interface Found {
  readonly value: Json;
  readonly path: string;
}

/**
 * The address that firewall-drop, host-deny, route-null and the like take: `data.win.eventdata.ipAddress`, else its
 * `destinationIp`, else `data.srcip`. The first that is a text decides, a bad one included. Keys are compared without
 * case (get_srcip_from_json, src/active-response/active_responses.c, 4.14.7; before 4.14.7 the text was not checked).
 */
export function srcip(alert: Alert): Lookup {
  const windows = at(at({ value: alert, path: '' }, 'data', 'win'), 'eventdata');
  const candidates = [
    at(windows, 'ipAddress'),
    at(windows, 'destinationIp'),
    at({ value: alert, path: '' }, 'data', 'srcip'),
  ];
  for (const found of candidates) {
    if (typeof found?.value !== 'string') continue;
    const kind = addressVersion(found.value) === undefined ? 'invalid' : 'ok';
    return { kind, value: found.value, path: found.path };
  }
  return none;
}

/**
 * The user that disable-account takes: `data.dstuser`, refused when it is root or no plain name (get_username_from_json
 * and is_valid_username, src/active-response/active_responses.c, 4.14.7; before 4.14.7 the text was not checked).
 */
export function dstuser(alert: Alert): Lookup {
  const found = at({ value: alert, path: '' }, 'data', 'dstuser');
  if (typeof found?.value !== 'string') return none;
  return { kind: isUserName(found.value) ? 'ok' : 'invalid', value: found.value, path: found.path };
}

/** Whether disable-account takes a name: not root, at most 256 bytes, no `-`, `+`, `~` in front, no `: , / \ ..` or blank. */
function isUserName(name: string): boolean {
  return (
    name !== 'root' &&
    /^[^-+~:,/\\ \t\n\r][^:,/\\ \t\n\r]*$/.test(name) &&
    !name.includes('..') &&
    new TextEncoder().encode(name).length <= 256
  );
}

/** The member reached by keys in any case; where a key is there twice, the first one, as in cJSON_GetObjectItem. */
function at(from: Found | undefined, ...keys: readonly string[]): Found | undefined {
  let found = from;
  for (const key of keys) {
    if (!found || !isObject(found.value)) return undefined;
    const { value, path } = found;
    const name = Object.keys(value).find((each) => each.toLowerCase() === key.toLowerCase());
    const member = name === undefined ? undefined : value[name];
    if (name === undefined || member === undefined) return undefined;
    found = { value: member, path: path === '' ? name : `${path}.${name}` };
  }
  return found;
}
