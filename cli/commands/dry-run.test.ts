import { describe, expect, it } from 'vitest';
import type { Report } from '../../dryrun';
import { SandboxRefused } from '../../dryrun';
import { quietReport } from '../../dryrun/for-tests';
import type { DryRun } from '../io';
import { call } from '../testing/memory-io';

type Request = Parameters<DryRun>[0];

const asking = '#!/usr/bin/env python3\n# parameters.alert.data.srcip\nprint("check_keys")\n';
const mute = '#!/bin/sh\nread -r line\n';

/** Calls `dry-run` and keeps what the dry run was asked for. */
async function tried(argv: readonly string[], files: Record<string, string>, report: Partial<Report> = {}) {
  const requests: Request[] = [];
  const outcome = await call(['dry-run', ...argv], {
    files,
    dryRun: async (request) => {
      requests.push(request);
      return { ...quietReport, ...report };
    },
  });
  return { ...outcome, request: requests[0] };
}

describe('what is asked for', () => {
  it('follows the options', async () => {
    const argv = [
      'bin/x.sh',
      '--rule',
      '5712',
      '--timeout',
      '60',
      '--extra-args',
      'a b',
      '--sandbox',
      'none',
      '--expect',
      'blocks',
    ];
    const { request, status } = await tried(argv, { 'bin/x.sh': mute });
    expect(status).toBe(0);
    expect(request).toMatchObject({
      script: '/site/bin/x.sh',
      timeout: 60,
      extraArgs: ['a', 'b'],
      sandbox: 'none',
      expected: 'blocks the address',
    });
    expect(request?.alert).toMatchObject({ rule: { id: '5712' }, data: { srcip: expect.any(String) } });
  });

  it.each<[string, string[], string, number]>([
    ['a script that shakes hands is undone', [], asking, 600],
    ['one that does not is not', [], mute, 0],
    ['unless it is told', ['--timeout', '5'], mute, 5],
    ['or told not to', ['--timeout', '0'], asking, 0],
  ])('%s', async (_, argv, text, timeout) => {
    expect((await tried(['x', ...argv], { x: text })).request?.timeout).toBe(timeout);
  });

  it.each<[string, string, string]>([
    ['an address', asking, 'data.srcip'],
    ['a file', '#!/bin/sh\nread -r l\njq -r .parameters.alert.syscheck.path\n', 'syscheck.path'],
    [
      'a file of VirusTotal',
      '#!/bin/sh\nread -r l\njq -r .parameters.alert.data.virustotal.source.file\n',
      'data.virustotal.source.file',
    ],
    [
      'an address of Windows',
      '#!/bin/sh\nread -r l\njq -r .parameters.alert.data.win.eventdata.ipAddress\n',
      'data.win.eventdata.ipAddress',
    ],
  ])('without a choice the alert has what the script reads: %s', async (_, text, path) => {
    const { request } = await tried(['x'], { x: text });
    const value = path
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], request?.alert);
    expect(value).toEqual(expect.any(String));
  });

  it.each([['--extra-args', '-x y'], ['--extra-args=-x y']])(
    'words may begin with a hyphen: %j %j',
    async (...words) => {
      expect((await tried(['x', ...words], { x: mute })).request?.extraArgs).toEqual(['-x', 'y']);
    },
  );

  it('but an option of our own is none of them', async () => {
    const { status, stderr } = await tried(['x', '--extra-args', '--timeout', '5'], { x: mute });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--extra-args') });
  });

  it('without a choice it has every field that the script reads', async () => {
    const text = `#!/bin/sh\nread -r l\nIP=$(jq -r .parameters.alert.data.odd.srcaddr)\nP=$(jq -r .parameters.alert.data.pid)\n`;
    const { request, stdout } = await tried(['x'], { x: text });
    expect(request).toMatchObject({
      fitted: true,
      alert: { data: { srcip: expect.any(String), odd: { srcaddr: '203.0.113.45' }, pid: '4625' } },
    });
    expect(stdout).toContain('alert: SSH brute force, with data.odd.srcaddr, data.pid');
  });

  it('and the words of extra_args that it reads', async () => {
    const text = `#!/bin/sh\nread -r l\nRULES=$(jq -r '.parameters.extra_args[1]' <<< "$l")\n`;
    expect((await tried(['x'], { x: text })).request?.extraArgs).toEqual([
      '-rules',
      '/usr/local/share/rules.yar',
    ]);
  });

  describe('where a configuration binds the script', () => {
    const configuration = `<ossec_config>
      <command><name>x</name><executable>x.sh</executable><timeout_allowed>yes</timeout_allowed><extra_args>-a b</extra_args></command>
      <active-response><command>x</command><location>local</location><rules_id>RULE</rules_id><timeout>90</timeout></active-response>
    </ossec_config>`;
    const rules = `<group name="local,"><rule id="100100" level="8"><if_sid>554</if_sid><description>Own</description></rule>
      <rule id="100101" level="8"><decoded_as>own</decoded_as><description>Own</description></rule></group>`;
    const reads = `#!/bin/sh\nread -r l\nF=$(jq -r .parameters.alert.data.file <<< "$l")\n`;

    it.each<[string, object]>([
      ['554', { fitted: false, alert: { rule: { id: '554' }, syscheck: { event: 'added' } } }],
      ['100100', { fitted: false, alert: { rule: { id: '100100' }, syscheck: { event: 'added' } } }],
      // Nobody knows what a decoder of one's own gives.
      ['100101', { fitted: true, alert: { rule: { id: '100101' }, data: { file: '/tmp/dropper.bin' } } }],
      ['100102', { fitted: true, alert: { data: { file: expect.stringMatching(/^\//) } } }],
    ])('to rule %s', async (rule, expected) => {
      const { request } = await tried(['bin/x.sh', '--rules', 'rules'], {
        'bin/x.sh': reads,
        'ossec.conf': configuration.replace('RULE', rule),
        'rules/local_rules.xml': rules,
      });
      expect(request).toMatchObject({ ...expected, timeout: 90, extraArgs: ['-a', 'b'] });
    });

    it('what is said counts more', async () => {
      const { request } = await tried(['x.sh', '--rule', '5710', '--timeout', '0', '--extra-args', ''], {
        'x.sh': reads,
        'ossec.conf': configuration.replace('RULE', '554'),
      });
      expect(request).toMatchObject({ alert: { rule: { id: '5710' } }, timeout: 0, extraArgs: [] });
    });
  });

  it.each<[string, string]>([
    ['an alert', '{"rule":{"id":"1"},"data":{}}'],
    ["execd's message", '{"command":"add","parameters":{"alert":{"rule":{"id":"1"},"data":{}}}}'],
  ])('a file may hold %s', async (_, text) => {
    const { request } = await tried(['x', '--alert', 'a.json'], { x: mute, 'a.json': text });
    expect(request?.alert).toEqual({ rule: { id: '1' }, data: {} });
  });

  it('or a sample', async () => {
    const { request, stdout } = await tried(['x', '--sample', 'web-attack'], { x: mute });
    expect(request?.alert).toMatchObject({ rule: { id: '31103' } });
    expect(stdout).toContain('alert: SQL injection');
  });
});

describe('trouble', () => {
  it.each<[string[], string]>([
    [['x', '--rule', '5712', '--sample', 'web-attack'], 'say one of --alert, --rule and --sample.'],
    [['x', '--rule', '99999999'], 'there is no rule 99999999 among the stock rules and those of --rules.'],
    [['x', '--sample', 'nothing'], 'there is no sample nothing. There are: ssh-brute-force, '],
    [['x', '--alert', 'x'], '--alert: x holds no alert. This is not JSON: '],
    [['x', '--alert', 'gone'], '--alert: gone cannot be read: no such file or directory.'],
    [
      ['x', '--expect', 'steals'],
      '--expect steals is not known. --expect is one of: blocks the address, locks the account, ',
    ],
    [['x', '--sandbox', 'steel'], '--sandbox steel is not known. --sandbox is one of: auto, overlay, none.'],
    [
      ['x', '--scenario', 'opera'],
      '--scenario opera is not known. --scenario is one of: add, add-delete, enable-disable, abort, two-targets, ',
    ],
    [['x', 'y'], 'name one script.'],
    [['folder'], 'folder is a folder. Name the scripts in it: folder/*'],
    [['x', '--alert', 'folder'], '--alert: folder is a folder. Name a file of one alert, as in alerts.json.'],
    [
      ['x', '--expect', 'block the adress'],
      '--expect block the adress is not known. Did you mean blocks the address? ',
    ],
    [['x', '--scenario', 'delet-twice'], '--scenario delet-twice is not known. Did you mean delete-twice? '],
  ])('%j', async (argv, words) => {
    const { status, stdout, stderr, request } = await tried(argv, { x: mute, 'folder/y': '' });
    expect({ status, stdout, request }).toEqual({ status: 2, stdout: '', request: undefined });
    expect(stderr.slice(0, `wazuh-ar: dry-run: ${words}`.length)).toBe(`wazuh-ar: dry-run: ${words}`);
  });

  it('without a sandbox nothing is run unasked', async () => {
    const asked: Request[] = [];
    const outcome = await call(['dry-run', 'x'], {
      files: { x: mute },
      dryRun: (request) => {
        asked.push(request);
        return Promise.reject(new SandboxRefused('User namespaces are switched off.', 'Switch them on.'));
      },
    });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toBe(
      'wazuh-ar: dry-run: User namespaces are switched off. Switch them on. To run the script on this machine, unprotected: --sandbox none.\n',
    );
    expect(asked.map(({ sandbox }) => sandbox)).toEqual(['auto']);
  });

  it('Ctrl-C is told from a failure', async () => {
    const controller = new AbortController();
    const outcome = await call(['dry-run', 'x'], {
      files: { x: mute },
      interrupted: controller.signal,
      dryRun: async (_, { signal }) => {
        controller.abort();
        signal.throwIfAborted();
        return quietReport;
      },
    });
    expect(outcome).toMatchObject({
      status: 2,
      stderr: 'wazuh-ar: dry-run: stopped. No process of the script is left.\n',
    });
  });
});

const full: Partial<Report> = {
  verdict: 'failed',
  why: 'The key is weak.',
  scenario: 'add-delete',
  transcript: [
    { at: 0, from: 'execd', line: '{"command":"add"}' },
    { at: 40, from: 'script', line: 'hello\u001b[2J', note: 'stdin was closed' },
  ],
  steps: [
    {
      step: 'add',
      at: 0,
      answer: 'continue',
      exit: { code: 3, signal: null },
      ms: 9,
      stderr: 'Traceback\n  oh\n',
    },
    { step: 'delete', at: 601_000, answer: null, exit: { code: 0, signal: null }, ms: 9, stderr: '' },
  ],
  effects: [
    { step: 'add', kind: 'created', what: '/etc/x' },
    { step: 'add', kind: 'firewall', change: 'added', what: 'iptables -A INPUT -j DROP' },
  ],
  reverted: false,
  proof: {
    kind: 'tried',
    address: '203.0.113.7',
    probes: [
      { when: 'before add', port: 22, reached: true },
      { when: 'after add', port: 22, reached: false },
    ],
  },
  findings: [
    { code: 'weak-key', message: 'The key is weak.', evidence: 'keys: [1]', line: 6, seen: 'in a run' },
    { code: 'slow', message: 'It is slow.', evidence: '61 s', seen: 'in a run' },
  ],
  log: ['2026/01/01 00:00:00 active-response/bin/x: done'],
  exit: { code: 3, signal: null },
};

describe('the report', () => {
  it('says of a script for another system that it was not run, and fails by what its text shows', async () => {
    const finding = {
      code: 'weak-key',
      message: 'Weak.',
      evidence: 'x',
      line: 0,
      seen: 'in the text',
    } as const;
    const untried = { sandbox: 'not run', verdict: 'not shown', why: 'It is for Windows.' } as const;
    const args = ['x', '--rule', '5712', '--allow-not-shown'];
    const { status, stdout } = await tried(args, { x: asking }, { ...untried, findings: [finding] });
    expect(stdout.split('\n')[0]).toMatch(/ {2}not run$/);
    expect(stdout).toContain('It is for Windows.');
    expect(stdout).not.toContain('exit status');
    expect(status).toBe(1);
    expect((await tried(args, { x: asking }, untried)).status).toBe(0);
  });

  it('in words', async () => {
    const { status, stdout } = await tried(['x', '--rule', '5712'], { x: asking }, full);
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        'x  add-delete, undone after 600 s  in the sandbox',
        stdout.split('\n')[1],
        'expected: blocks the address (as seen in the plain run)',
        '',
        '   0.00 s  execd   {"command":"add"}',
        '   0.04 s  script  hello\\u001b[2J',
        '                   stdin was closed',
        '',
        'It changed',
        '  add     created   /etc/x',
        '  add     added     iptables -A INPUT -j DROP',
        '  delete did not take all of it back',
        '',
        'Does it block?',
        '  before add    reached  203.0.113.7 to tcp port 22',
        '  after add     blocked  203.0.113.7 to tcp port 22',
        '',
        'It logged',
        '  2026/01/01 00:00:00 active-response/bin/x: done',
        '',
        'It wrote to stderr, which Wazuh throws away',
        '  Traceback',
        '    oh',
        '',
        'Wrong with it',
        '  weak-key: The key is weak.',
        '    x:7: keys: [1]',
        '  slow: It is slow.',
        '    61 s',
        '',
        'exit status 3, 12 ms',
        'failed: The key is weak.',
        '',
      ].join('\n'),
    );
    expect(stdout.split('\n')[1]).toMatch(/^alert: made for rule 5712: /);
  });

  it('does not speak of an undo that did not come', async () => {
    const { stdout } = await tried(['x', '--scenario', 'abort'], { x: asking }, { scenario: 'abort' });
    expect(stdout).toContain('x  abort, timeout 600 s, no delete  in the sandbox\n');
  });

  it('says when it was not in a sandbox', async () => {
    const { stdout } = await tried(['x', '--sandbox', 'none'], { x: mute }, { sandbox: 'none' });
    expect(stdout).toContain('x  add, not undone  not in a sandbox\n');
  });

  it('of a run that showed nothing ends with why, and counts as 1 unless that is allowed', async () => {
    const empty = {
      verdict: 'not shown',
      why: 'jq is not on this machine.',
      expected: null,
      expectedFrom: null,
    };
    const { status, stdout } = await tried(['x'], { x: mute }, empty as Partial<Report>);
    expect(status).toBe(1);
    expect(stdout).not.toContain('expected:');
    expect(stdout).toMatch(/\nexit status 0, 12 ms\nnot shown: jq is not on this machine\.\n$/);
    const allowed = await tried(['x', '--allow-not-shown'], { x: mute }, empty as Partial<Report>);
    expect(allowed.status).toBe(0);
    const failing = await tried(['x', '--allow-not-shown'], { x: mute }, full);
    expect(failing.status).toBe(1);
  });

  it('in JSON, whole', async () => {
    const { status, stdout } = await tried(['x', '--format', 'json'], { x: asking }, full);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ ...quietReport, ...full });
  });
});
