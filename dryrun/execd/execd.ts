import { features, type WazuhVersion } from '../../wazuh/versions';
import { type ArCommand, BIN, commandByName, leavesFolder } from './ar-conf';
import { add, type CJson, item, parse, print, replace, string } from './cjson';
import { timeoutKey } from './keys';
import { type Offences, offend } from './offenders';

/** A response that execd has promised to undo. */
export interface Pending {
  readonly key: string;
  /** Path of the script, relative to Wazuh's home. */
  readonly program: string;
  /** The line that the script will get, without its newline. */
  readonly message: string;
  /** Second at which the timeout began. */
  readonly since: number;
  /** Seconds. */
  readonly timeout: number;
}

/** What a running execd remembers. It is in memory only: a restart forgets, a shutdown undoes. */
export interface Execd {
  /** In the order in which they were added. */
  readonly pending: readonly Pending[];
  readonly offences: Offences;
}

/** What execd reads from its configuration. */
export interface Settings {
  readonly version: WazuhVersion;
  /** The lines of ar.conf; 5.0 has none and runs what the message names, if `present`. */
  readonly commands: readonly ArCommand[];
  readonly present: (program: string) => boolean;
  /** Minutes of `<repeated_offenders>`, see offenderMinutes. */
  readonly offenders: readonly number[];
}

/** A script that execd is about to run for `add`. */
export interface Run {
  readonly program: string;
  readonly timeout: number;
  /** The message, ready to get another command. */
  readonly message: CJson;
  /** The line that the script gets, without its newline. */
  readonly line: string;
}

export type Received =
  | { readonly kind: 'run'; readonly run: Run }
  /** `restart-wazuh`: restart.sh runs, and no message goes to it. */
  | { readonly kind: 'restart' }
  /** A known name whose program is not on this machine: execd says nothing. */
  | { readonly kind: 'passed over' }
  /** Wazuh's message number: 1315 not JSON, 1316 no command, 1311 unknown name. */
  | { readonly kind: 'refused'; readonly number: '1311' | '1315' | '1316' };

export interface Answer {
  readonly execd: Execd;
  readonly word: 'continue' | 'abort';
  readonly key: string;
  /** The line that the script gets, without its newline. */
  readonly line: string;
  /** Seconds until delete, after repeated offenders; 0 for never. */
  readonly timeout: number;
}

/** Bytes of a message that execd takes (OS_MAXSTR); what is cut off is missed by the reader of the JSON. */
const LONGEST_MESSAGE = 65_536;

/** An execd that has just started. */
export const started: Execd = { pending: [], offences: new Map() };

/** What execd does with a message from its queue (ExecdRun, src/os_execd/execd.c: 4.14.7, and 5.0.0-beta4). */
export function receive(text: string, settings: Settings): Received {
  const message = parse(Buffer.from(text).subarray(0, LONGEST_MESSAGE).toString());
  if (!message) return { kind: 'refused', number: '1315' };
  return settings.version === '5.0' ? receiveChannel(message, settings) : receiveNamed(message, settings);
}

function receiveNamed(message: CJson, { version, commands }: Settings): Received {
  const name = item(message, 'command');
  if (name?.kind !== 'string') return { kind: 'refused', number: '1316' };
  if (name.value === 'restart-wazuh') return { kind: 'restart' };
  const command = commandByName(commands, name.value);
  if (!command) return { kind: 'refused', number: '1311' };
  if (command.program === '') return { kind: 'passed over' };
  let sent = replace(message, 'command', string(features(version).verbs.add));
  sent = change(sent, 'origin', (origin) => replace(origin, 'module', string('wazuh-execd')));
  sent = change(sent, 'parameters', (parameters) => add(parameters, 'program', string(command.program)));
  return {
    kind: 'run',
    run: { program: command.program, timeout: command.timeout, message: sent, line: print(sent) },
  };
}

/** 5.0: the message itself names the program and the timeout, and gets its command at the end. */
function receiveChannel(message: CJson, { version, present }: Settings): Received {
  const channel = item(item(message, 'wazuh'), 'active_response');
  const executable = item(channel, 'executable');
  if (executable?.kind !== 'string' || executable.value === '') return { kind: 'refused', number: '1316' };
  const program = `${BIN}/${executable.value}`;
  if (leavesFolder(executable.value) || !present(program)) return { kind: 'refused', number: '1311' };
  const [type, seconds] = [item(channel, 'type'), item(channel, 'stateful_timeout')];
  const stateful = type?.kind === 'string' && type.value === 'stateful';
  const timeout = stateful && seconds?.kind === 'number' ? Math.trunc(seconds.value) : 0;
  const sent = add(message, 'command', string(features(version).verbs.add));
  return { kind: 'run', run: { program, timeout, message: sent, line: print(sent) } };
}

/** The object with its first member of that name changed; the name stays as it was written. */
function change(tree: CJson, name: string, alter: (value: CJson) => CJson): CJson {
  if (tree.kind !== 'object') return tree;
  const index = tree.members.findIndex((member) => member.name.toLowerCase() === name);
  const member = tree.members[index];
  return member
    ? { kind: 'object', members: tree.members.with(index, { ...member, value: alter(member.value) }) }
    : tree;
}

/**
 * What execd answers to a script's first line, and what it remembers from then on. A script that ends without a line
 * gets no answer and is never undone: do not call this for it.
 * @param now seconds
 */
export function answer(execd: Execd, run: Run, line: string, now: number, settings: Settings): Answer {
  const key = timeoutKey(run.program, line, settings.version);
  const words = (word: 'continue' | 'abort') => ({
    word,
    line: print(replace(run.message, 'command', string(word))),
  });
  if (run.timeout === 0) return { execd, key, timeout: 0, ...words('continue') };
  const { timeout, offences } = offend(execd.offences, key, run.timeout, settings.offenders);
  const earlier = execd.pending.findIndex((pending) => pending.key === key);
  const known = execd.pending[earlier];
  if (known) {
    const pending = execd.pending.with(earlier, { ...known, since: now, timeout });
    return { execd: { pending, offences }, key, timeout, ...words('abort') };
  }
  const message = undoing(run, settings.version);
  const entry: Pending = { key, program: run.program, message, since: now, timeout };
  return { execd: { pending: [...execd.pending, entry], offences }, key, timeout, ...words('continue') };
}

/** The line with which a response is undone, without its newline. */
export function undoing(run: Run, version: WazuhVersion): string {
  return print(replace(run.message, 'command', string(features(version).verbs.delete)));
}

/** What is due at a moment. A response is undone when *more* than its timeout has passed. */
export function expire(
  execd: Execd,
  now: number,
): { readonly execd: Execd; readonly due: readonly Pending[] } {
  const over = (pending: Pending) => now - pending.since > pending.timeout;
  return {
    execd: { ...execd, pending: execd.pending.filter((pending) => !over(pending)) },
    due: execd.pending.filter(over),
  };
}

/** A shutdown undoes everything that is pending, in order. */
export function shutdown(execd: Execd): { readonly execd: Execd; readonly due: readonly Pending[] } {
  return { execd: { ...execd, pending: [] }, due: execd.pending };
}
