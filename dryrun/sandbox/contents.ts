import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { authority } from './catcher/authority';
import { callsItself, portsFor } from './catcher/reaching';
import { type Layer, place } from './layers';
import { gateway, type Network } from './network';
import type { Contents } from './overlay';
import { type Entry, file } from './seed/entry';
import { host } from './seed/host';
import { lentModules } from './seed/lent-modules';
import { namedInText } from './seed/named-in-text';
import type { HostProcess } from './seed/processes';
import { trust } from './seed/trust';
import { type Binding, LOGS, type Program, wazuhHome } from './seed/wazuh-home';
import { pythonHere } from './seed/wazuh-programs';
import { commandFolders } from './stand-ins/commands';
import { isInstalled } from './stand-ins/entries';
import { NAMED_FILES, REFUSES, SILENT, STAND_IN_STATE } from './stand-ins/state';

/** What a run brings into its sandbox. */
export interface Baggage {
  readonly programs: readonly Program[];
  readonly binding: Binding;
  /** Accounts that the alert names. */
  readonly users: readonly string[];
  /** Files that the alert names, by their absolute paths: a script that removes one must find it. */
  readonly files: readonly string[];
  /** The words of `<extra_args>`. */
  readonly words: readonly string[];
  /** What runs on the host: the processes that the alert names. */
  readonly processes: readonly HostProcess[];
  /** The open workspace, which is not shown. */
  readonly workspace: string | undefined;
  /** Paths of the machine that the script is shown besides its programs and libraries. */
  readonly show?: readonly string[] | undefined;
  /** Commands that this host has not. */
  readonly hidden?: readonly string[];
  /** Whether Wazuh's folder of logs is missing. */
  readonly withoutLogs?: boolean;
  /** Whether nobody answers whom the script calls. */
  readonly silent?: boolean;
  /** Whether whom the script calls over HTTP answers with an error. */
  readonly refuses?: boolean;
  readonly network: Network;
}

/** Everything that is in the sandbox from the start: made up where it could be the user's own. */
export function contents(baggage: Baggage): Contents {
  const {
    programs,
    binding,
    users,
    files,
    words,
    workspace,
    show = [],
    hidden = [],
    withoutLogs = false,
    silent = false,
    refuses = false,
  } = baggage;
  const texts = programs.map(({ content }) => content.toString('latin1')).join('\n');
  const calls = callsItself(texts);
  return {
    entries: ({ layers, ofBase, entries }) => {
      const home = wazuhHome(programs, binding).filter(({ path }) => !withoutLogs || !isLog(path));
      const made = [
        ...host(users, gateway(baggage.network.host)),
        ...home,
        ...oldPython(),
        ...hidden.flatMap(absent),
        ...(silent ? [file(`${STAND_IN_STATE}/${SILENT}`, '')] : []),
        ...(refuses ? [file(`${STAND_IN_STATE}/${REFUSES}`, '')] : []),
        ...(calls ? [...trust(authority()), ...lentModules(texts)] : []),
      ];
      const taken = new Map([...ofBase, ...entries, ...made].map(({ path, kind }) => [path, kind]));
      const fits = (path: string) =>
        !taken.has(path) && !shows(layers, path) && parentsAreFolders(taken, layers, path);
      const named = namedInText(texts, words).filter(
        ({ path }) => fits(path) && !hidden.includes(path.slice(path.lastIndexOf('/') + 1)),
      );
      const bad = files.filter(fits);
      return [
        ...made,
        ...named,
        ...bad.map((path) => file(path, NAMED)),
        // A scanner finds nothing in what belongs to the machine, though an alert may name it.
        file(`${STAND_IN_STATE}/${NAMED_FILES}`, bad.map((path) => `${path}\n`).join('')),
      ];
    },
    hidden: [...new Set([...homes(), ...(workspace === undefined ? [] : [workspace])])],
    named: show,
    firewall: firewallCommands(texts).filter((name) => !hidden.includes(name)),
    processes: baggage.processes,
    network: baggage.network,
    ...(calls ? { catching: { ports: portsFor(texts), silent, refuses } } : {}),
  };
}

/** The user's home, as the environment says and as the machine does, which may not know this user. */
function homes(): readonly string[] {
  try {
    return [homedir(), userInfo().homedir];
  } catch {
    return process.env.HOME === undefined ? [] : [process.env.HOME];
  }
}

/** The firewall commands that scripts mention. */
function firewallCommands(texts: string): readonly string[] {
  const sets = /\bipset\b/.test(texts);
  // A set that is only written down is none to the machine's own iptables.
  if (sets && !isInstalled('ipset')) return [];
  return [
    ...(/iptables|\bnft\b|nftables|\bipset\b/.test(texts) ? ['iptables', 'ip6tables', 'nft'] : []),
    ...(sets ? ['ipset'] : []),
    ...(/\brule\b/.test(texts) && /\bip\b/.test(texts) ? ['ip rule'] : []),
  ];
}

function isLog(path: string): boolean {
  return path === LOGS || path.startsWith(`${LOGS}/`);
}

/** Hides a command wherever the machine, or a stand-in, has it. */
function absent(command: string): readonly Entry[] {
  const folders = new Set(
    commandFolders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder)),
  );
  return [...folders].map((folder) => ({ kind: 'nothing', path: `${folder}/${command}` }));
}

/** Python by the name that scripts of older hosts call it: many a host still has it. */
function oldPython(): readonly Entry[] {
  const python = pythonHere();
  return python === undefined || isInstalled('python')
    ? []
    : [{ kind: 'link', path: '/usr/bin/python', target: python }];
}

const NAMED = 'A file that the alert of this dry run names.\n';

/** Whether the machine's own file or folder of that path shows through. */
function shows(layers: readonly Layer[], path: string): boolean {
  return place(layers, path).layer.machine && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function parentsAreFolders(
  taken: ReadonlyMap<string, Entry['kind']>,
  layers: readonly Layer[],
  path: string,
): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const parent = path.slice(0, end);
    const kind = taken.get(parent);
    if (kind !== undefined) return kind === 'folder';
    if (shows(layers, parent)) return lstatSync(parent, { throwIfNoEntry: false })?.isDirectory() === true;
  }
  return true;
}
