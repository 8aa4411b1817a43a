import { isDeepStrictEqual } from 'node:util';
import { type Logged, type Recording, recordings } from '../test/execd/recording';
import { type Replayed, replay } from '../test/execd/replay';

/** `npm run execd-cases`: our execd against the real one, recording by recording, byte by byte. */

/** What a recording also shows and a dry run has not: it is not compared. */
const leftOut: Readonly<Record<string, string>> = {
  '9, 10': 'under which key execd remembers the response: it is not in its log (dryrun/execd/keys.test.ts)',
  22: 'what execd says of each line of ar.conf (1313): the dry run writes that file itself',
  24: 'that ar.conf is read again for an unknown name: the dry run never changes it',
  26: 'that restart.sh is run for restart-wazuh (1312 where it is missing): it is no script of the user’s',
};

/**
 * ms. execd counts whole seconds, where in a second a recording began is not known, and execd looks every second for
 * what is due.
 */
const [EARLY, LATE] = [1000, 1200];

/** Where ours differs from what was recorded; undefined where it does not. */
function difference(recorded: Recording, ours: Replayed): string | undefined {
  if (ours.starts.length !== recorded.starts.length)
    return `${recorded.starts.length} starts were recorded, ours has ${ours.starts.length}`;
  for (const [index, start] of recorded.starts.entries()) {
    const own = ours.starts[index];
    if (own?.program !== start.program) return `start ${index}: ${start.program}, ours ${own?.program}`;
    if (start.ended ? own.read !== start.read : !own.read.startsWith(start.read))
      return `start ${index} has read ${start.read.slice(0, 200)}, ours was sent ${own.read.slice(0, 200)}`;
  }
  const [was, is] = [recorded.log.map(timeless), ours.log.map(timeless)];
  const at = was.findIndex((entry, index) => !isDeepStrictEqual(entry, is[index]));
  if (at !== -1 || was.length !== is.length)
    return `step ${at}: ${brief(was[at])}, ours ${brief(is[at] ?? is[was.length])}`;
  const early = recorded.log.find(
    (entry, index) => 'after' in entry && !isAbout(entry.at, ours.log[index]?.at ?? Number.NaN),
  );
  return early && `undone at ${early.at} ms, ours at another time`;
}

function isAbout(recorded: number, own: number): boolean {
  return own - EARLY < recorded && recorded <= own + LATE;
}

function timeless({ at: _, ...entry }: Logged): object {
  return entry;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 300);
}

let failed = 0;
const all = recordings();
let [lines, bytes] = [0, 0];
for (const recording of all) {
  const found = difference(recording, await replay(recording));
  if (found !== undefined) failed++;
  for (const { read } of recording.starts) {
    lines += read.split('\n').length - 1;
    bytes += Buffer.byteLength(read);
  }
  console.log(`${found === undefined ? 'same   ' : 'DIFFERS'} ${recording.id.padEnd(4)} ${recording.title}`);
  if (found !== undefined) console.log(`             ${found}`);
}
console.log('\nNot compared:');
for (const [id, what] of Object.entries(leftOut)) console.log(`  ${id}: ${what}`);
console.log(`\n${lines} lines to scripts (${bytes} bytes) were recorded.`);
console.log(`${all.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
