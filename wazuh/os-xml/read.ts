import { lineCounter } from './lines';
import type { Refusal } from './refusal';
import { readStrictly } from './strict';
import { readTolerantly } from './tolerant';
import type { Fault, OsXml } from './tree';

/** More faults than anybody would read; a file that is no configuration at all may hold millions. */
const mostFaults = 1000;

/**
 * Reads a configuration or rule file as Wazuh does. Never throws; linear in the length of `text`.
 * A file that Wazuh accepts is read once. One that it refuses is read a second time, tolerantly: the first fault has
 * Wazuh's message and line and the place where that reading first stumbled; its other faults follow.
 */
export function read(text: string): OsXml {
  const verdict = readStrictly(text);
  if (verdict.accepted) return { text, roots: verdict.roots, comments: verdict.comments, faults: [] };

  const lineAt = lineCounter(text);
  const found: Fault[] = [];
  const tree = readTolerantly(text, (kind, span, message) => {
    if (found.length < mostFaults) found.push({ kind, span, message, line: lineAt(span.start) });
  });
  const { refusal } = verdict;
  const [first, ...others] = found.toSorted((a, b) => a.span.start - b.span.start);
  return { text, ...tree, faults: combine(refusal, lineAt(refusal.readTo), first, others) };
}

/** Wazuh's refusal at the place of the first mistake, if that is what it stumbled over. */
function combine(
  refusal: Refusal,
  line: number,
  first: Fault | undefined,
  others: readonly Fault[],
): readonly Fault[] {
  const { message } = refusal;
  if (first && first.span.start <= refusal.readTo) {
    return [{ kind: first.kind, span: first.span, message, line }, ...others];
  }
  const own: Fault = { kind: refusal.kind, span: refusal.span, message, line };
  return first ? [own, first, ...others] : [own];
}
