import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../wazuh/growth-for-tests';
import type { Original } from '../sandbox/original';
import { difference, lasting, leftBehind } from './difference';
import { effects } from './effects';
import { rewritten } from './files';
import type { Found, Snapshot } from './snapshot';
import { unchanged } from './snapshot';

const file = (content: string, mode = 0o644, changed = 1): Found => ({
  kind: 'file',
  mode,
  content: Buffer.from(content),
  changed,
});
const folder = (opaque = false): Found => ({ kind: 'folder', mode: 0o755, opaque });
const gone: Found = { kind: 'gone' };

const start: Readonly<Record<string, Found>> = {
  '/etc': folder(),
  '/etc/hosts.deny': file('# deny\n'),
  '/etc/cron.d': folder(),
  '/etc/cron.d/job': file('x'),
  '/etc/passwd': file('alice:x:1000:1000::/home/alice:/bin/bash\n'),
  '/etc/shadow': file('alice:$y$hash:19000:0:99999:7:::\n'),
};

const original: Original = {
  at: (path) => start[path],
  names: (parent) =>
    Object.keys(start)
      .filter((path) => path.slice(0, path.lastIndexOf('/')) === parent)
      .map((path) => path.slice(parent.length + 1)),
};

function snapshot(files: Readonly<Record<string, Found>>, more: Partial<Snapshot> = {}): Snapshot {
  return { ...unchanged, files: new Map(Object.entries(files)), ...more };
}

const added = (after: Snapshot) => difference(unchanged, after, original);

const changes: readonly (readonly [title: string, after: Snapshot, told: readonly string[]])[] = [
  ['nothing', snapshot({}), []],
  ['a folder that was only looked into', snapshot({ '/etc': folder() }), []],
  [
    'a line in a file',
    snapshot({ '/etc/hosts.deny': file('# deny\nALL: x\n') }),
    ['changed /etc/hosts.deny'],
  ],
  ['a copy without a change', snapshot({ '/etc/hosts.deny': file('# deny\n') }), []],
  [
    'permissions alone',
    snapshot({ '/etc/hosts.deny': file('# deny\n', 0o600) }),
    ['changed /etc/hosts.deny (mode 644 to 600)'],
  ],
  ['a new file in a new folder', snapshot({ '/a': folder(), '/a/b': file('x') }), ['created /a/b']],
  ['a new empty file', snapshot({ '/ipblock/1.2.3.4': file('') }), ['created /ipblock/1.2.3.4']],
  ['a new empty folder', snapshot({ '/a': folder() }), []],
  ['a file that is gone', snapshot({ '/etc/hosts.deny': gone }), ['deleted /etc/hosts.deny']],
  ['a folder that was made anew', snapshot({ '/etc/cron.d': folder(true) }), ['deleted /etc/cron.d/job']],
  ['a log', snapshot({ '/var/log/x': file('x'), '/var/ossec/logs/active-responses.log': file('x') }), []],
  ['a scratch file', snapshot({ '/tmp/x': file('x'), '/run/x.pid': file('1') }), []],
  [
    'the file that the alert names, wherever it is',
    snapshot({ '/tmp/evil': file('x') }),
    ['created /tmp/evil'],
  ],
  ['a rule', snapshot({}, { firewall: ['r'] }), ['firewall + r']],
  ['a process', snapshot({}, { processes: ['sleep 9'] }), ['process + sleep 9']],
  [
    'a locked account',
    snapshot({ '/etc/shadow': file('alice:!$y$hash:19000:0:99999:7:::\n') }),
    ['account + alice: locked'],
  ],
  ['the date of a password', snapshot({ '/etc/shadow': file('alice:$y$hash:19999:0:99999:7:::\n') }), []],
];

/** What grows with the square takes minutes with so many. */
const MANY = 20_000;
const many = (name: (index: number) => string): readonly string[] =>
  Array.from({ length: MANY }, (_, index) => name(index));

const crowds: readonly (readonly [title: string, before: Snapshot, after: Snapshot, told: number])[] = [
  [
    'accounts',
    unchanged,
    snapshot({ '/etc/passwd': file(many((at) => `u${at}:x:${at}:1::/:/bin/sh`).join('\n')) }),
    3 * MANY + 3,
  ],
  [
    'rules',
    snapshot({}, { firewall: many(String) }),
    snapshot({}, { firewall: many((at) => `x${at}`) }),
    2 * MANY,
  ],
  [
    'folders',
    unchanged,
    snapshot(Object.fromEntries(many((at) => `/tmp/${at}`).map((path) => [path, folder()]))),
    0,
  ],
  [
    'files in folders',
    unchanged,
    snapshot(
      Object.fromEntries(
        many((at) => `/opt/d${at}`).flatMap((path) => [
          [path, folder()],
          [`${path}/f`, file('x')],
        ]),
      ),
    ),
    MANY,
  ],
  [
    'a deep folder',
    unchanged,
    snapshot(
      Object.fromEntries([
        ...Array.from({ length: 2000 }, (_, at) => ['/a'.repeat(at + 1), folder()] as const),
        [`${'/a'.repeat(2000)}/f`, file('x')],
      ]),
    ),
    1,
  ],
];

describe('what is there in crowds', () => {
  it.each(crowds)('%s', (_title, before, after, told) => {
    let seen: readonly string[] = [];
    const ms = cpuTime(() => {
      seen = lasting(difference(before, after, original), []);
    });
    expect(seen).toHaveLength(told);
    expect(ms).toBeLessThan(1500);
  });
});

describe('what a script left other than it was', () => {
  for (const [title, after, told] of changes) {
    it(title, () => expect(lasting(added(after), ['/tmp/evil'])).toEqual(told));
  }
});

describe('what is left behind', () => {
  const left = (one: Snapshot, two: Snapshot) => leftBehind(unchanged, one, two, original, []);

  it('is nothing when all is as it was', () => {
    expect(
      left(
        snapshot({ '/etc/hosts.deny': file('# deny\nALL: x\n') }),
        snapshot({ '/etc/hosts.deny': file('# deny\n') }),
      ),
    ).toEqual([]);
  });
  it('is not a list that was emptied', () => {
    expect(left(snapshot({ '/opt/list': file('x\n') }), snapshot({ '/opt/list': file('') }))).toEqual([]);
  });
  it('is a flag that stays', () => {
    expect(left(snapshot({ '/opt/flag': file('') }), snapshot({ '/opt/flag': file('') }))).toEqual([
      'created /opt/flag',
    ]);
  });
  it('is the second of two equal rules', () => {
    expect(left(snapshot({}, { firewall: ['r', 'r'] }), snapshot({}, { firewall: ['r'] }))).toEqual([
      'firewall + r',
    ]);
  });
});

it('notices a file that was written again with the same content', () => {
  const [one, two] = [snapshot({ '/a': file('x', 0o644, 1) }), snapshot({ '/a': file('x', 0o644, 2) })];
  expect(rewritten(one, two, original)).toEqual(['/a']);
  expect(rewritten(one, one, original)).toEqual([]);
});

describe('effects', () => {
  it('show text files with a diff, permissions, rules and commands', () => {
    const after = snapshot(
      { '/etc/hosts.deny': file('# deny\nALL: x\n', 0o600), '/bin/x': file('\0') },
      { firewall: ['r'], calls: [{ kind: 'acts', words: ['iptables', '-A', 'it is'] }] },
    );
    expect(effects('add', added(after))).toEqual([
      { step: 'add', kind: 'created', what: '/bin/x' },
      {
        step: 'add',
        kind: 'changed',
        what: '/etc/hosts.deny',
        mode: { from: '0644', to: '0600' },
        diff: '--- /etc/hosts.deny\n+++ /etc/hosts.deny\n@@ -1,1 +1,2 @@\n # deny\n+ALL: x\n',
      },
      { step: 'add', kind: 'firewall', what: 'r', change: 'added' },
      { step: 'add', kind: 'command', what: "iptables -A 'it is'" },
    ]);
  });

  it('tell once what a recorded command did to the firewall', () => {
    const after = snapshot(
      {},
      {
        firewall: ['ufw deny from 1.2.3.4'],
        calls: [
          { kind: 'asks', words: ['ufw', 'status'] },
          { kind: 'acts', words: ['ufw', 'deny', 'from', '1.2.3.4'] },
          { kind: 'acts', words: ['systemctl', 'reload', 'ufw'] },
        ],
      },
    );
    expect(effects('add', added(after)).map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'firewall ufw deny from 1.2.3.4',
      'command ufw status',
      'command systemctl reload ufw',
    ]);
  });

  it('name what was tried to reach, each once', () => {
    const attempts = new Map([
      ['dns example.com', 1],
      ['tcp 203.0.113.9:443', 2],
    ]);
    expect(effects('add', added(snapshot({}, { attempts })))).toEqual([
      { step: 'add', kind: 'network', what: 'dns example.com' },
      { step: 'add', kind: 'network', what: 'tcp 203.0.113.9:443' },
    ]);
  });

  it('sum up what is too much to show', () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`/a${index}`, file('x')]));
    const shown = effects('add', added(snapshot(many)));
    expect(shown).toHaveLength(201);
    expect(shown.at(-1)?.what).toBe('… 50');
  });
});
