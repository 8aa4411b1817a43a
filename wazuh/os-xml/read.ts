import { mostFaults } from './limits';
import { lineCounter } from './lines';
import { messages } from './messages';
import type { Refusal } from './refusal';
import { readStrictly } from './strict';
import { readTolerantly } from './tolerant';
import type { Fault, OsXml } from './tree';

/**
 * Reads a configuration or rule file as Wazuh does. Never throws; linear in the length of `text`.
 * A file that Wazuh accepts is read once. One that it refuses is read a second time, tolerantly.
 */
export function read(text: string): OsXml {
  const verdict = readStrictly(text);
  if (verdict.accepted) return { text, roots: verdict.roots, comments: verdict.comments, faults: [] };

  const lineAt = lineCounter(text);
  const found: Fault[] = [];
  const tree = readTolerantly(text, (kind, span, message) => {
    if (found.length < mostFaults) found.push({ kind, span, message, line: lineAt(span.start) });
  });
  return { text, ...tree, faults: combine(verdict.refusal, lineAt(verdict.refusal.readTo), found) };
}

/**
 * Wazuh's refusal at the place of the mistake that it stumbled over: the one to which Wazuh says the same, else the
 * first that was met. Behind it the other mistakes, in the order of the text.
 */
function combine(refusal: Refusal, line: number, found: readonly Fault[]): readonly Fault[] {
  const { message } = refusal;
  const before = found.filter(({ span }) => span.start <= refusal.readTo);
  // An element that is open at the end of the file may be so because of anything.
  const same =
    message === messages.endOfFile() ? undefined : before.find((fault) => fault.message === message);
  const { kind, span } = same ?? before[0] ?? refusal;
  const others = found.filter((fault) => fault.span !== span).sort((a, b) => a.span.start - b.span.start);
  return [{ kind, span, message, line }, ...others];
}
