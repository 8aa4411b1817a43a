import { isLasting } from '../effects/aside';
import { difference, lasting } from '../effects/difference';
import { type FileChange, rewritten } from '../effects/files';
import { type Purpose, purpose } from '../effects/purpose';
import { shownReach, would } from '../effects/reach';
import type { Snapshot } from '../effects/snapshot';
import { WAZUH_HOME } from '../sandbox/layers';
import type { Session } from '../session';
import type { Trial } from './finding';
import { newLines } from './traces';

/** Paths that the alert is about: a change of them counts wherever they lie. */
export function named(trial: Trial): readonly string[] {
  return trial.targets.filter(({ kind }) => kind === 'file').map(({ value }) => value);
}

/**
 * What a script has done to the host between two moments, or would have others do, in words; logs, locks and scratch files
 * left aside, and what it only wanted to know.
 */
export function acts(before: Snapshot, after: Snapshot, session: Session, trial: Trial): readonly string[] {
  return done(before, after, session, trial, ['tells', 'orders']);
}

function done(
  before: Snapshot,
  after: Snapshot,
  session: Session,
  trial: Trial,
  purposes: readonly Purpose[],
): readonly string[] {
  const change = difference(before, after, session.sandbox.original);
  const files = change.files.filter((file) => !keepsMessage(file, session));
  return [
    ...lasting({ ...change, files }, named(trial)),
    ...change.calls.filter(({ kind }) => kind === 'acts').map(({ words }) => words.join(' ')),
    ...change.reached.filter((reach) => purposes.includes(purpose(reach, trial.alert))).map(would),
  ];
}

/** Whether nothing has come to a file but the lines that the script was sent: a log of its own, whatever it is called. */
function keepsMessage({ before, after }: FileChange, { steps }: Session): boolean {
  const fresh = newLines(before, after).filter((line) => line.trim() !== '');
  const sent = new Set(steps.map((step) => step.sent.trim()));
  return fresh.length > 0 && fresh.every((line) => sent.has(line.trim()));
}

/**
 * What a script has done to the host itself, or has ordered others to do: its own notes and evidence, which it keeps in
 * Wazuh's home, are left aside too, and what it only tells people.
 */
export function strikes(
  before: Snapshot,
  after: Snapshot,
  session: Session,
  trial: Trial,
): readonly string[] {
  return done(before, after, session, trial, ['orders']).filter(
    (each) => !new RegExp(`^(?:created|changed|deleted) ${WAZUH_HOME}/`).test(each),
  );
}

/** The same as `acts`, and what can only be seen of a response that does again what is done already. */
export function actsAgain(
  before: Snapshot,
  after: Snapshot,
  session: Session,
  trial: Trial,
): readonly string[] {
  const { original } = session.sandbox;
  const { attempts, reached } = difference(before, after, original);
  const asked = reached.filter((reach) => purpose(reach, trial.alert) === 'asks');
  return [
    ...acts(before, after, session, trial),
    ...asked.map(shownReach),
    ...attempts,
    ...rewritten(before, after, original)
      .filter((path) => isLasting(path, named(trial)))
      .map((path) => `rewrote ${path}`),
  ];
}
