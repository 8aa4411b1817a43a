import type { Call } from '../../effects/snapshot';

/**
 * The calls in a stand-in's record: for each its kind, the number of words, and the words, all ended by NUL. What a call
 * hands over stands behind it. A record that a script has damaged is read as far as it makes sense.
 */
export function readCalls(record: string): readonly Call[] {
  const fields = record.split('\0');
  const calls: Call[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const kind = kinds.find((known) => known === fields[at]);
    const count = Number(fields[at + 1]);
    if (!Number.isInteger(count) || count < 1) break;
    const words = fields.slice(at + 2, at + 2 + count);
    if (kind) calls.push({ kind, words });
    else if (fields[at] === 'sends') handOver(calls, words);
    else break;
    at += 2 + count;
  }
  return calls;
}

/** What is handed over belongs to the last call that has handed over nothing yet: of two at once that may be the other's. */
function handOver(calls: Call[], [verb = '', to = '', body = '']: readonly string[]): void {
  const at = calls.findLastIndex(({ kind, reach }) => kind === 'reaches out' && !reach);
  const call = calls[at];
  if (call) calls[at] = { ...call, reach: { verb, to, body } };
}

/** The rules in a stand-in's record, told as those of the real commands are, see ruleLines. */
export function readRules(record: string): readonly string[] {
  return record
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line.replace(/^(ip6?tables) -t (\S+) (?:-A )?/, (_, command, table) =>
        table === 'filter' ? `${command} ` : `${command} -t ${table} `,
      ),
    );
}

const kinds: readonly Call['kind'][] = ['acts', 'asks', 'reaches out', 'logs'];
