import { readFileSync } from 'node:fs';
import { type ParsedTarEntryWithData, unpackTar } from 'modern-tar';
import type { Found, Snapshot } from '../effects/snapshot';
import { type Layer, seenPath } from './layers';
import { run } from './programs';
import { BUILT } from './setup';
import { readCalls } from './stand-ins/calls';
import { STAND_IN_STATE } from './stand-ins/entries';
import { family } from './waiting';

/** What the look is at. */
export interface Subject {
  /** The sandbox's first process, as the machine numbers it. */
  readonly first: number;
  readonly layers: readonly Layer[];
  /** Whether the script may call the machine's own firewall commands. */
  readonly firewall: boolean;
  /** Bytes of all changed files together that are looked at. */
  readonly most: number;
}

/** Everything that was changed up to now, read from outside by programs of the machine: the script has no part in it. */
export async function look({ first, layers, firewall, most }: Subject): Promise<Snapshot> {
  const upper = `/proc/${first}/fd/${BUILT}/up`;
  // Inside the user namespace only, where the script's root may read what it made unreadable.
  const tar = ['nsenter', `--target=${first}`, '--user', '--preserve-credentials', '--', 'tar', '--create'];
  const options = [
    '--format=posix',
    '--hard-dereference',
    '--xattrs',
    '--xattrs-include=user.overlay.opaque',
  ];
  const [packed, rules] = await Promise.all([
    run([...tar, ...options, '--directory', upper, '.'], most),
    firewall ? firewallRules(first) : [],
  ]);
  // Even where nothing was changed there are the layers' own folders.
  if (packed.stdout.length === 0) throw new Error(`The sandbox cannot be looked at: ${packed.stderr.trim()}`);
  const files = new Map<string, Found>();
  for (const entry of await unpackTar(packed.stdout)) {
    const stored = entry.header.name.replace(/^\.\//, '').replace(/\/$/, '');
    // The layers' own folders are not the script's.
    if (stored.includes('/')) files.set(seenPath(layers, stored), found(entry));
  }
  const state = (name: string) => {
    const file = files.get(`${STAND_IN_STATE}/${name}`);
    return file?.kind === 'file' ? file.content.toString() : '';
  };
  const [calls, standInRules] = [readCalls(state('calls')), state('rules')];
  for (const path of files.keys())
    if (path === STAND_IN_STATE || path.startsWith(`${STAND_IN_STATE}/`)) files.delete(path);
  return {
    files,
    calls,
    firewall: [...rules, ...standInRules.split('\n').filter(Boolean), ...routes(first)],
    processes: processesBelow(first),
    whole: packed.whole,
  };
}

function found({ header, data }: ParsedTarEntryWithData): Found {
  const mode = (header.mode ?? 0) & 0o7777;
  switch (header.type) {
    case 'directory':
      return { kind: 'folder', mode, opaque: header.pax?.['SCHILY.xattr.user.overlay.opaque'] === 'y' };
    case 'symlink':
      return { kind: 'link', target: header.linkname ?? '' };
    case 'character-device':
      return { kind: 'gone' };
    case 'file':
      return {
        kind: 'file',
        mode,
        content: Buffer.from(data ?? []),
        changed: Number(header.pax?.mtime ?? 0) * 1000,
      };
    default:
      return { kind: 'other', mode };
  }
}

/** Lists rules in the sandbox's own network, by the commands that work there. */
async function firewallRules(first: number): Promise<readonly string[]> {
  const script =
    'for c in iptables ip6tables; do $c -S 2> /dev/null | sed "s/^/$c /"; done; nft list ruleset 2> /dev/null | sed "s/^/nft /"';
  const enter = ['nsenter', `--target=${first}`, '--user', '--mount', '--net', '--preserve-credentials'];
  const { stdout } = await run([...enter, '--', 'sh', '-c', script], 1_000_000);
  return ruleLines(stdout.toString());
}

/**
 * The rules in a listing of iptables and nft, each line with its command in front. Policies that accept are no rules;
 * what iptables lists is left out of nft's list, which shows its tables too.
 */
export function ruleLines(listing: string): readonly string[] {
  const rules: string[] = [];
  let table = '';
  let chain = '';
  for (const line of listing.split('\n')) {
    const iptables = /^(ip6?tables) (-[AN] .*|-P \S+ (?!ACCEPT$).*)$/.exec(line);
    if (iptables) rules.push(line);
    const text = line.startsWith('nft ') ? line.slice(4).trim() : '';
    if (text.startsWith('table ')) table = text.replace(/ *\{$/, '');
    else if (/^(?:chain|set|map) .*\{$/.test(text)) chain = text.replace(/ *\{$/, '');
    else if (text !== '' && text !== '}' && !text.startsWith('#') && !/^(?:type|flags|policy) /.test(text))
      if (
        !/^table ip6? (?:filter|nat|mangle|raw|security)$/.test(table) ||
        !rules.some((rule) => rule.startsWith('ip'))
      )
        rules.push(`nft ${table} ${chain} ${text.replace(/ counter packets \d+ bytes \d+/, ' counter')}`);
  }
  return rules;
}

/** Routes that were added: in a network without devices none is there from the start. */
function routes(first: number): readonly string[] {
  const rows = (name: string) =>
    text(`/proc/${first}/net/${name}`)
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      .filter((fields) => fields.length > 7);
  const v4 = rows('route')
    .filter(([iface]) => iface !== 'Iface')
    .map(([iface = '', destination = '', , , , , , mask = '']) => {
      const length = Number.parseInt(mask, 16).toString(2).replaceAll('0', '').length;
      return `route ${ipv4(destination)}/${length} ${iface === '*' ? 'blackhole' : iface}`;
    });
  const v6 = rows('ipv6_route')
    .filter((fields) => fields[0] !== '0'.repeat(32) && (Number.parseInt(fields[8] ?? '0', 16) & 0x200) !== 0)
    .filter((fields) => !/^(?:fe80|ff|0{31}1$)/.test(fields[0] ?? ''))
    .map(
      ([destination = '', length = '']) =>
        `route ${ipv6(destination)}/${Number.parseInt(length, 16)} blackhole`,
    );
  return [...v4, ...v6];
}

/** `04030201`, the bytes from the right: 1.2.3.4. */
function ipv4(hex: string): string {
  return (hex.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.');
}

function ipv6(hex: string): string {
  return new URL(`http://[${(hex.match(/.{4}/g) ?? []).join(':')}]`).hostname.slice(1, -1);
}

/** Command lines of everything below the first process but itself: what a script left behind. */
function processesBelow(first: number): readonly string[] {
  return family(first)
    .slice(1)
    .map((pid) => text(`/proc/${pid}/cmdline`).split('\0').filter(Boolean).join(' '))
    .filter(Boolean);
}

/** Empty where it cannot be read: processes end while one looks. */
function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
