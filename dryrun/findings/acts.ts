import { isLasting } from '../effects/aside';
import { difference, lasting } from '../effects/difference';
import { rewritten } from '../effects/files';
import type { Snapshot } from '../effects/snapshot';
import { WAZUH_HOME } from '../sandbox/layers';
import type { Session } from '../session';
import type { Trial } from './finding';

/** Paths that the alert is about: a change of them counts wherever they lie. */
export function named(trial: Trial): readonly string[] {
  return trial.targets.filter(({ kind }) => kind === 'file').map(({ value }) => value);
}

/** What a script has done to the host between two moments, in words; logs, locks and scratch files left aside. */
export function acts(before: Snapshot, after: Snapshot, session: Session, trial: Trial): readonly string[] {
  const { original } = session.sandbox;
  const change = difference(before, after, original);
  return [
    ...lasting(change, named(trial)),
    ...change.calls.filter(({ kind }) => kind === 'acts').map(({ words }) => words.join(' ')),
  ];
}

/**
 * What a script has done to the host itself: its own notes and evidence, which it keeps in Wazuh's home, are left aside
 * too.
 */
export function strikes(
  before: Snapshot,
  after: Snapshot,
  session: Session,
  trial: Trial,
): readonly string[] {
  return acts(before, after, session, trial).filter(
    (done) => !new RegExp(`^(?:created|changed|deleted) ${WAZUH_HOME}/`).test(done),
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
  const { attempts, calls } = difference(before, after, original);
  const reached = calls.filter(({ kind }) => kind === 'reaches out');
  return [
    ...acts(before, after, session, trial),
    ...reached.map(({ words }) => words.join(' ')),
    ...attempts,
    ...rewritten(before, after, original)
      .filter((path) => isLasting(path, named(trial)))
      .map((path) => `rewrote ${path}`),
  ];
}
