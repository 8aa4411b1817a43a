import { type Meaning, meaningOf } from './meaning';

/** What execd's message has at its top (src/os_execd/execd.c, 4.14.7). */
const messageNames: readonly string[] = ['version', 'origin', 'command', 'parameters'];

/** What stands under `parameters`: in the message, and in execd's answer. */
const parameterNames: readonly string[] = ['extra_args', 'alert', 'program', 'keys'];

/** What an alert may have at its top (src/analysisd/format/to_json.c, 4.14.7). */
const alertNames: readonly string[] =
  'timestamp rule agent manager id cluster full_log syscheck predecoder decoder data location previous_output previous_log srcgeoip dstgeoip GeoLocation'.split(
    ' ',
  );

/** Where decoders put what a name means. */
const usualPlaces: Readonly<Partial<Record<Meaning, string>>> = {
  'source address': 'data.srcip',
  'target address': 'data.dstip',
  account: 'data.dstuser',
  'account of the source': 'data.srcuser',
  file: 'syscheck.path',
  URL: 'data.url',
  MD5: 'syscheck.md5_after',
  'SHA-1': 'syscheck.sha1_after',
  'SHA-256': 'syscheck.sha256_after',
};

/** Parts of `rule` and `agent` by the names under which they are looked for elsewhere. */
const partsOfOthers: Readonly<Record<string, string>> = {
  level: 'rule.level',
  rule_id: 'rule.id',
  rule_level: 'rule.level',
  groups: 'rule.groups',
  description: 'rule.description',
  agent_id: 'agent.id',
  agent_name: 'agent.name',
  agent_ip: 'agent.ip',
};

/** A path from execd's message down that leads nowhere in any message. */
export interface Misplaced {
  /** As it would be written: `parameters.alert.srcip`. */
  readonly path: string;
  /** The whole path that was meant, where that is known. */
  readonly meant: string | undefined;
}

/**
 * Whether a path from execd's message down can lead to nothing, whatever the alert: `srcip` and `rule.level` at the top of
 * the message, `parameters.srcip`, `parameters.alert.srcip`. Undefined where it may, and for names that mean nothing here:
 * a script may have messages of its own.
 * @param flat whether the script also speaks to 5.0, whose events are at the top of the message
 */
export function misplaced(keys: readonly string[], flat = false): Misplaced | undefined {
  const path = keys.join('.');
  const [top = '', second = '', ...rest] = keys;
  if (keys.length === 0 || (keys.length === 1 && messageNames.includes(top))) return undefined;
  if (top !== 'parameters') {
    if (messageNames.includes(top) || flat) return undefined;
    if (top === 'extra_args') return { path, meant: `parameters.${path}` };
    const meant = top === 'alert' ? inAlert(keys.slice(1)) : inAlert(keys);
    return meant === undefined ? undefined : { path, meant: `parameters.alert.${meant}` };
  }
  if (second !== 'alert') {
    if (parameterNames.includes(second)) return undefined;
    if (messageNames.includes(second)) return { path, meant: keys.slice(1).join('.') };
    const meant = inAlert(keys.slice(1));
    return meant === undefined ? undefined : { path, meant: `parameters.alert.${meant}` };
  }
  const [name = ''] = rest;
  if (rest.length === 0) return undefined;
  if (alertNames.includes(name)) {
    const lower = lowered(rest);
    return lower === undefined ? undefined : { path, meant: `parameters.alert.${lower}` };
  }
  const meant = name === 'alert' || name === 'parameters' ? undefined : inAlert(rest);
  return { path, meant: meant && `parameters.alert.${meant}` };
}

/** The path in an alert that was meant by one that begins at the wrong place; undefined where none is known. */
function inAlert(keys: readonly string[]): string | undefined {
  const [top = '', ...rest] = keys;
  if (alertNames.includes(top)) return lowered(keys) ?? keys.join('.');
  const name = alertNames.find((each) => each.toLowerCase() === top.toLowerCase());
  if (name !== undefined) return [name, ...rest].join('.');
  if (Object.hasOwn(partsOfOthers, top)) return partsOfOthers[top];
  if (rest.length > 0) return top === 'win' ? ['data', ...keys].join('.') : undefined;
  const meaning = meaningOf(top)?.meaning;
  return meaning && usualPlaces[meaning];
}

/**
 * The path as the Windows decoder writes it, where it differs: the first letter of each name of an event is small
 * (src/analysisd/decoders/winevtchannel.c, 4.14.7).
 */
function lowered(keys: readonly string[]): string | undefined {
  const [data, win, part = '', name = '', ...rest] = keys;
  if (data !== 'data' || win !== 'win' || !/^(?:eventdata|system)$/i.test(part)) return undefined;
  const [small, first] = [part.toLowerCase(), name.slice(0, 1).toLowerCase() + name.slice(1)];
  if (small === part && first === name) return undefined;
  return [data, win, small, ...(name === '' ? [] : [first]), ...rest].join('.');
}
