import { type Alert, addressVersion, field, type Json } from '../wazuh/alert';
import { onceFor } from '../wazuh/once';

/** Something in an alert that a response may act on. */
export interface Target {
  readonly kind: 'address' | 'user' | 'file' | 'process';
  /** From the alert down: `data.srcip`. */
  readonly path: string;
  readonly value: string;
}

/** What describes the event, the rule and who saw it: nothing there is a target. */
const aboutTheEvent =
  /^(?:rule|agent|manager|cluster|decoder|predecoder|input|id|timestamp|location|full_log|previous_output|previous_log|GeoLocation|title|wazuh|event|@timestamp)(?:\.|$)/;

const users = /(?:^|\.)(?:srcuser|dstuser|user|username|targetUserName|subjectUserName|user\.name)$/i;

/** Where decoders put the number of a process, and of the one that started it. Windows has numbers of its own. */
const processes = /^(?!data\.win\.).*(?:^|[._])(?:p?pid|(?:parent_?)?process_?id|process\.(?:parent_?)?id)$/i;

/** Lower numbers are given to the kernel's own (RESERVED_PIDS in kernel/pid.c); the highest that Linux gives. */
const [FIRST_PID, LAST_PID] = [300, 4_194_303];

/** The targets in an alert, in its order. */
export const targets: (alert: Alert) => readonly Target[] = onceFor((alert) =>
  [...leaves(alert, '')].flatMap(({ path, value }): readonly Target[] => {
    const kind = aboutTheEvent.test(path) ? undefined : kindOf(path, value);
    return kind ? [{ kind, path, value }] : [];
  }),
);

function kindOf(path: string, value: string): Target['kind'] | undefined {
  // A bare number is an address to the C library, but not to whoever reads an alert.
  if (/[.:]/.test(value) && addressVersion(value) !== undefined) return 'address';
  // Windows writes `-` for nobody.
  if (users.test(path) && /[^-]/.test(value)) return 'user';
  if (processes.test(path) && isProcess(value)) return 'process';
  return isFile(value) ? 'file' : undefined;
}

function isProcess(value: string): boolean {
  return /^[1-9]\d*$/.test(value) && Number(value) >= FIRST_PID && Number(value) <= LAST_PID;
}

/** Where decoders put what a process runs, the fullest first. */
const programs: readonly RegExp[] = [
  /(?:command_?line|cmd_?line)$/i,
  /\.(?:exe|process\.name|process_?name|program|image)$/i,
  /\.(?:command|comm)$/i,
];

/** The command line of the process that an alert is about, as far as it tells; undefined where it does not. */
export function programIn(alert: Alert): string | undefined {
  const told = [...leaves(alert, '')].filter(({ path, value }) => !aboutTheEvent.test(path) && value !== '');
  const [found] = programs.flatMap((pattern) => told.find(({ path }) => pattern.test(path)) ?? []);
  return found?.value.slice(0, LONGEST_PROGRAM);
}

/** Characters. */
const LONGEST_PROGRAM = 200;

/** An absolute path with no blanks at its ends and no parts that lead elsewhere. */
function isFile(value: string): boolean {
  return (
    /^(?:\/[^/\0\n]+){2,}$/.test(value) &&
    !/\/\.{1,2}(?:\/|$)|^\/(?:proc|dev|sys)\//.test(value) &&
    value.trim() === value
  );
}

/**
 * The same alert about another target: an alert of the same rule that is not to be taken for the first. Every mention of
 * the targets is changed, in the log line too. Undefined for an alert that has none.
 */
export function otherTarget(alert: Alert): Alert | undefined {
  if (targets(alert).length === 0) return undefined;
  return mapTargets(alert, ({ kind, value }) => another(kind, value));
}

/** The alert with other targets. Every mention of them is changed, in the log line too. */
export function mapTargets(alert: Alert, other: (target: Target) => string): Alert {
  const others = targets(alert).map((target) => [target.value, other(target)] as const);
  // Longer ones first, so that one that is part of another does not spoil it.
  const byLength = [...new Map(others)].sort(([one], [two]) => two.length - one.length);
  const change = (text: string) => {
    const exact = byLength.find(([value]) => value === text);
    return exact
      ? exact[1]
      : byLength.reduce((all, [value, fresh]) => all.replaceAll(wholly(value), () => fresh), text);
  };
  return mapTexts(alert, change, '') as Alert;
}

/**
 * Words of `<extra_args>` as they are sent with a changed alert: one that is a target of the alert follows it, and is not
 * there where the alert has none any more.
 */
export function followed(words: readonly string[], alert: Alert, changed: Alert): readonly string[] {
  const paths = new Map(targets(alert).map(({ path, value }) => [value, path]));
  return words.flatMap((word) => {
    const path = paths.get(word);
    if (path === undefined) return [word];
    const now = field(changed, path);
    return typeof now === 'string' ? [now] : [];
  });
}

/** A number is part of many others: it counts only where it stands by itself. */
function wholly(value: string): string | RegExp {
  return /^\d+$/.test(value) ? new RegExp(`(?<![\\w.])${value}(?![\\w.])`, 'g') : value;
}

/** How far the numbers of another process are from those of the first: more than a parent's is from its child's. */
const OTHER_PROCESS = 10_007;

function another(kind: Target['kind'], value: string): string {
  switch (kind) {
    case 'address':
      if (value.includes(':')) return value === '2001:db8::beef' ? '2001:db8::cafe' : '2001:db8::beef';
      return value === '198.51.100.77' ? '198.51.100.78' : '198.51.100.77';
    case 'user':
      return value === 'bob' ? 'alice' : 'bob';
    case 'file':
      return beside(value);
    case 'process': {
      const number = Number(value);
      return String(number > 2 * OTHER_PROCESS ? number - OTHER_PROCESS : number + OTHER_PROCESS);
    }
  }
}

/** Another file in the same folder and of the same kind: scripts go by what a name ends with. */
function beside(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [suffix = ''] = /(?<=[^.])\.\w{1,8}$/.exec(name) ?? [];
  return `${path.slice(0, path.length - suffix.length)}-other${suffix}`;
}

/** Rule, agent and the like stay as they are: it is the same rule on the same machine. */
function mapTexts(value: Json, change: (text: string) => string, path: string): Json {
  if (/^(?:rule|agent|manager|decoder|wazuh)$/.test(path)) return value;
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: Json) => mapTexts(each, change, `${path}[]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      mapTexts(child, change, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

function* leaves(value: Json, path: string): Iterable<{ readonly path: string; readonly value: string }> {
  if (typeof value === 'string') yield { path, value };
  else if (Array.isArray(value)) for (const each of value) yield* leaves(each, path);
  else if (typeof value === 'object' && value !== null)
    for (const [name, child] of Object.entries(value))
      yield* leaves(child, path === '' ? name : `${path}.${name}`);
}
