import { onceFor } from '../../wazuh/once';
import type { Original } from '../sandbox/original';
import { accountFiles, accounts } from './accounts';
import { isLasting } from './aside';
import { type FileChange, fileChanges, found } from './files';
import type { Reach } from './reach';
import type { Call, Found, Snapshot } from './snapshot';

/** Lines that came and lines that went. */
export interface Lines {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Everything that a script did from one moment to another. */
export interface Difference {
  readonly files: readonly FileChange[];
  readonly firewall: Lines;
  readonly accounts: Lines;
  readonly processes: Lines;
  /** What was handed to others, in order: by the stand-ins, then by everything else. */
  readonly reached: readonly Reach[];
  /** What else was tried to reach, each once. */
  readonly attempts: readonly string[];
  readonly calls: readonly Call[];
}

/** What became of a host between two moments. Each finding asks for it again. */
export function difference(before: Snapshot, after: Snapshot, original: Original): Difference {
  return differences(original)(before)(after);
}

const differences = onceFor((original: Original) =>
  onceFor((before: Snapshot) => onceFor((after: Snapshot) => compared(before, after, original))),
);

function compared(before: Snapshot, after: Snapshot, original: Original): Difference {
  const calls = after.calls.slice(before.calls.length);
  const inAccounts = lines(accounts(before, original), accounts(after, original));
  return {
    files: fileChanges(before, after, original).filter(({ path }) => !accountFiles.includes(path)),
    firewall: lines(before.firewall, after.firewall),
    accounts: inAccounts,
    processes: lines(before.processes, after.processes),
    reached: [...calls.flatMap(({ reach }) => reach ?? []), ...after.caught.slice(before.caught.length)],
    attempts: [...after.attempts].flatMap(([what, count]) =>
      count > (before.attempts.get(what) ?? 0) ? [what] : [],
    ),
    calls,
  };
}

/**
 * What a script left other than it was, in words. Logs, locks and scratch files are left aside, and empty folders: a
 * response may leave the folder that it keeps its lists in.
 * @param named files that the alert is about: they count wherever they lie
 */
export function lasting(change: Difference, named: readonly string[]): readonly string[] {
  return [
    ...change.files
      .filter(({ path, before, after }) => isLasting(path, named) && !isFolderAlone(before, after))
      .map(({ kind, path, before, after }) => `${kind} ${path}${modes(before, after)}`),
    ...told('firewall', change.firewall),
    ...told('account', change.accounts),
    ...told('process', change.processes),
  ];
}

function isFolderAlone(before: Found | undefined, after: Found | undefined): boolean {
  return (before === undefined) !== (after === undefined) && (before ?? after)?.kind === 'folder';
}

/** ` (mode 644 to 600)` where only that has changed. */
function modes(before: Found | undefined, after: Found | undefined): string {
  if (before?.kind !== 'file' || after?.kind !== 'file' || before.mode === after.mode) return '';
  return ` (mode ${before.mode.toString(8)} to ${after.mode.toString(8)})`;
}

function told(what: string, { added, removed }: Lines): readonly string[] {
  return [...added.map((line) => `${what} + ${line}`), ...removed.map((line) => `${what} - ${line}`)];
}

/**
 * What is left of a response that was undone, in words. A file that add made and delete emptied is as good as gone.
 * @param start before add
 */
export function leftBehind(
  start: Snapshot,
  added: Snapshot,
  undone: Snapshot,
  original: Original,
  named: readonly string[],
): readonly string[] {
  const left = difference(start, undone, original);
  const emptied = ({ path, before, after }: FileChange) =>
    before === undefined && isEmpty(after) && !isEmpty(found(added, path, original));
  return lasting({ ...left, files: left.files.filter((file) => !emptied(file)) }, named);
}

function isEmpty(file: Found | undefined): boolean {
  return file?.kind === 'file' && file.content.length === 0;
}

/** A line that is there twice counts twice. */
function lines(before: readonly string[], after: readonly string[]): Lines {
  return { added: without(after, before), removed: without(before, after) };
}

function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of taken) left.set(line, (left.get(line) ?? 0) + 1);
  return all.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
