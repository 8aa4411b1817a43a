import type { Call } from '../../effects/snapshot';

/**
 * The calls in a stand-in's record: for each its kind, the number of words, and the words, all ended by NUL. A record
 * that a script has damaged is read as far as it makes sense.
 */
export function readCalls(record: string): readonly Call[] {
  const fields = record.split('\0');
  const calls: Call[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const kind = kinds.find((known) => known === fields[at]);
    const count = Number(fields[at + 1]);
    if (!kind || !Number.isInteger(count) || count < 1) break;
    calls.push({ kind, words: fields.slice(at + 2, at + 2 + count) });
    at += 2 + count;
  }
  return calls;
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
