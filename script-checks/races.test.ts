import { describe, expect, it } from 'vitest';
import { races } from './checks/races';
import { shown } from './for-tests';
import type { Language } from './language';

const cases: readonly (readonly [string, Language, string])[] = [
  [
    'made anew beside itself',
    'bash',
    'awk -v n=1 \'$1 > n\' "$LOG" > "$LOG.tmp"\n⟦mv "$LOG.tmp" "$LOG"⟧\necho x >> "$LOG"\n',
  ],
  ['made anew elsewhere', 'bash', 'echo x >> list\nsort < list > /run/list.new && ⟦mv /run/list.new list⟧\n'],
  ['made anew under a lock', 'bash', 'exec 9> lock\nflock 9\necho x >> F\ngrep x F > F.tmp\nmv F.tmp F\n'],
  ['made anew, and kept by somebody else', 'bash', 'sed s/a/b/ x.conf > x.conf.tmp\nmv x.conf.tmp x.conf\n'],
  ['made anew under a name of its own', 'bash', 'T=$(mktemp)\necho x >> F\ngrep x F > "$T"\nmv "$T" F\n'],
  ['made anew under a number of its own', 'bash', 'echo x >> F\ngrep x F > F.$$\nmv F.$$ F\n'],
  ['made of another file', 'bash', 'grep x G > F.tmp\nmv F.tmp F\n'],
  ['moved away', 'bash', 'mv "$FILE" /var/quarantine/\n'],
  [
    'a scratch file of a fixed name',
    'bash',
    'echo "$a" ⟦> /tmp/report.txt⟧\necho "$b" >> /tmp/report.txt\nmail root < /tmp/report.txt\n',
  ],
  [
    'a scratch file of a fixed name, by a variable',
    'bash',
    'T=/tmp/found\nyara r f ⟦> "$T"⟧\ngrep -c x "$T"\n',
  ],
  ['a scratch file under a lock', 'bash', 'flock 9\necho a > /tmp/x\ncat /tmp/x\n'],
  ['a scratch file with a number of its own', 'bash', 'echo a > /tmp/x.$$\ncat /tmp/x.$$\n'],
  ['a note that nobody reads', 'bash', 'echo a > /tmp/last-run\n'],
  ['a scratch file of its own', 'bash', 'T=$(mktemp)\necho a > "$T"\ncat "$T"\nrm -f "$T"\n'],

  [
    'JSON that is read and written back',
    'python',
    'with open(STATE) as f:\n    s = json.load(f)\ns["a"] = 1\nwith ⟦open(STATE, "w")⟧ as f:\n    json.dump(s, f)\n',
  ],
  [
    'JSON that is read and written back, straight',
    'python',
    's = json.load(open("x.json"))\njson.dump(s, ⟦open("x.json", "w")⟧)\n',
  ],
  [
    'JSON under a lock',
    'python',
    'fcntl.flock(lock, fcntl.LOCK_EX)\ns = json.load(open("x"))\njson.dump(s, open("x", "w"))\n',
  ],
  [
    'JSON that goes elsewhere',
    'python',
    's = json.load(open("x.json"))\njson.dump(s, open("y.json", "w"))\n',
  ],
];

describe('a file that is', () => {
  it.each(cases)('%s (%s) %s', async (_, language, marked) => {
    expect(await shown(races, language, marked)).toBe(marked);
  });
});
