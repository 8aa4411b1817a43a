import { readFileSync } from 'node:fs';
import { type ParsedTarEntryWithData, unpackTar } from 'modern-tar';
import { same } from '../effects/files';
import { type Found, MOST_OF_A_FILE, type Snapshot } from '../effects/snapshot';
import type { Holder } from './holder';
import { type Layer, seenPath } from './layers';
import type { OtherEnd } from './other-end';
import { routesOf } from './routes';
import { ruleLines } from './rules';
import { readCalls, readRules } from './stand-ins/calls';
import { LENT, STAND_IN_STATE } from './stand-ins/state';
import { family } from './waiting';

/** What the look is at. */
export interface Subject {
  readonly holder: Holder;
  readonly layers: readonly Layer[];
  /** The firewall commands of the machine that the script may call. */
  readonly firewall: readonly string[];
  /** Undefined for a sandbox without a network. */
  readonly otherEnd: OtherEnd | undefined;
  /** Routes that are there from the start. */
  readonly routes: readonly string[];
  /** Bytes of all changed files together that are looked at. */
  readonly most: number;
}

/**
 * Everything that was changed up to now, read from outside by programs of the machine: the script has no part in it.
 * @param last the look before: what has not changed since is kept once
 */
export async function look({ holder, layers, most, ...subject }: Subject, last: Snapshot): Promise<Snapshot> {
  const { first } = holder;
  const packed = await holder.ask(`files ${first} ${most}`);
  const rules =
    subject.firewall.length > 0 ? await holder.ask(`rules ${first} ${subject.firewall.join(' ')}`) : '';
  const { caught, attempts, whole } = (await subject.otherEnd?.heard()) ?? {
    caught: [],
    attempts: new Map(),
    whole: true,
  };
  // Even where nothing was changed there are the layers' own folders.
  if (packed.length === 0) throw new Error('The sandbox cannot be looked at');
  const files = new Map<string, Found>();
  let cut = packed.length >= most;
  for (const entry of await unpackTar(packed)) {
    const stored = entry.header.name.replace(/^\.\//, '').replace(/\/$/, '');
    // The layers' own folders are not the script's.
    if (!stored.includes('/')) continue;
    cut ||= (entry.data?.length ?? 0) > MOST_OF_A_FILE;
    const path = seenPath(layers, stored);
    const [now, known] = [found(entry), last.files.get(path)];
    files.set(path, known && isUnchanged(known, now) ? known : now);
  }
  const state = (name: string) => {
    const file = files.get(`${STAND_IN_STATE}/${name}`);
    return file?.kind === 'file' ? file.content.toString() : '';
  };
  const inForce = [...ruleLines(rules.toString()), ...otherRoutes(subject.routes, routesOf(first))];
  const [calls, recorded] = [readCalls(state('calls')), readRules(state('rules'))];
  const lent = [...new Set(state(LENT).split('\n').filter(Boolean))];
  for (const path of files.keys())
    if (path === STAND_IN_STATE || path.startsWith(`${STAND_IN_STATE}/`)) files.delete(path);
  return {
    files,
    calls,
    firewall: [...inForce, ...recorded],
    inForce,
    caught,
    lent,
    attempts,
    processes: processesBelow(first),
    whole: whole && !cut,
  };
}

function isUnchanged(known: Found, now: Found): boolean {
  return known.kind === 'file' && now.kind === 'file' && known.changed === now.changed && same(known, now);
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
        // A copy of its own, so that the rest need not be kept.
        content: Buffer.from(data?.subarray(0, MOST_OF_A_FILE) ?? []),
        changed: Number(header.pax?.mtime ?? 0) * 1000,
      };
    default:
      return { kind: 'other', mode };
  }
}

/** Routes that came, and those that are missing. */
function otherRoutes(before: readonly string[], after: readonly string[]): readonly string[] {
  const missing = before.filter((route) => !after.includes(route)).map((route) => `no ${route}`);
  return [...after.filter((route) => !before.includes(route)), ...missing];
}

/** Command lines of everything below the first process but itself: what a script left behind. */
export function processesBelow(first: number): readonly string[] {
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
