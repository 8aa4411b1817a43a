import { difference } from '../effects/difference';
import type { Found, Snapshot } from '../effects/snapshot';
import type { Session, StepRecord } from '../session';

/** Texts in which a script that has found its target would show it. A log line with the whole message shows nothing. */
export function traces(step: StepRecord, session: Session): readonly string[] {
  return [
    step.conversation.first ?? '',
    ...step.log.filter((line) => !isWholeMessage(line)),
    ...changes(step.before, step.after, session),
    step.conversation.stderr,
  ].filter((trace) => trace !== '' && !trace.includes(JSON.stringify(step.alert)));
}

/** What changed on the host between two moments: commands, rules, accounts, paths and new lines of files, word for word. */
export function changes(before: Snapshot, after: Snapshot, session: Session): readonly string[] {
  const change = difference(before, after, session.sandbox.original);
  return [
    ...change.calls.map(({ words }) => words.join(' ')),
    ...[change.firewall, change.accounts].flatMap(({ added, removed }) => [...added, ...removed]),
    ...change.files.flatMap(({ path, before: old, after: fresh }) => [path, ...newLines(old, fresh)]),
  ];
}

/** Lines of a file that it did not have before. */
export function newLines(before: Found | undefined, after: Found | undefined): readonly string[] {
  const lines = (file: Found | undefined) =>
    file?.kind === 'file' ? file.content.toString().split('\n') : [];
  const old = new Set(lines(before));
  return lines(after).filter((line) => !old.has(line));
}

function isWholeMessage(line: string): boolean {
  return line.includes('"parameters"') && line.includes('"alert"');
}
