import type { Alert } from '../../wazuh/alert';
import { isShown } from '../effects/aside';
import { difference } from '../effects/difference';
import { reachText } from '../effects/reach';
import type { Found, Snapshot } from '../effects/snapshot';
import type { Session, StepRecord } from '../session';
import { targets } from '../target';

/** Texts in which a script that has found its target would show it. A copy of the whole alert shows nothing. */
export function traces(step: StepRecord, session: Session): readonly string[] {
  const alert = JSON.stringify(step.alert);
  return [
    step.conversation.first ?? '',
    ...step.log.filter((line) => !copiesAlert(line)),
    ...changes(step.before, step.after, session),
    step.conversation.stderr,
  ].filter((trace) => trace !== '' && !trace.includes(alert));
}

/** Whether a text has a value as a word of its own: `/root` does not mention root. */
export function mentions(text: string, value: string): boolean {
  if (value === '') return false;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    const behind = text.slice(at + value.length, at + value.length + 2);
    if (!/[\w./-]/.test(text[at - 1] ?? ' ') && !/^(?:[\w-]|\.\w)/.test(behind)) return true;
  }
  return false;
}

/** Whether any of the texts mentions a target of the alert. */
export function mentionTarget(texts: readonly string[], alert: Alert): boolean {
  return targets(alert).some(({ value }) => texts.some((text) => mentions(text, value)));
}

/**
 * What changed on the host between two moments: commands, what was handed to others, rules, accounts, paths and new lines of
 * files but the log, word for word, without copies of the alert.
 */
export function changes(before: Snapshot, after: Snapshot, session: Session): readonly string[] {
  const change = difference(before, after, session.sandbox.original);
  return [
    ...change.calls.filter(({ reach }) => !reach).map(({ words }) => words.join(' ')),
    ...change.reached.filter(({ body }) => !copiesAlert(body)).map(reachText),
    ...[change.firewall, change.accounts].flatMap(({ added, removed }) => [...added, ...removed]),
    ...change.files
      .filter(({ path }) => isShown(path))
      .flatMap(({ path, before: old, after: fresh }) => {
        const lines = newLines(old, fresh);
        return copiesAlert(lines.join('\n')) ? [path] : [path, ...lines];
      }),
  ];
}

/** Lines of a file that it did not have before. */
export function newLines(before: Found | undefined, after: Found | undefined): readonly string[] {
  const lines = (file: Found | undefined) =>
    file?.kind === 'file' ? file.content.toString().split('\n') : [];
  const old = new Set(lines(before));
  return lines(after).filter((line) => !old.has(line));
}

/** Whether a text is the message or the alert as JSON: who hands it on as it came has looked for no target. */
export function copiesAlert(text: string): boolean {
  return /"rule"\s*:\s*\{/.test(text) && /"(?:agent|manager|decoder)"\s*:\s*\{/.test(text);
}
