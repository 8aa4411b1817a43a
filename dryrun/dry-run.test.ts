import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import type { Alert } from '../wazuh/alert';
import { accountAlert, ownAlert, sshAlert, virusAlert } from './fixtures/alert';
import {
  type DryRunRequest,
  dryRun,
  probeSandbox,
  type Report,
  SandboxRefused,
  ScriptRefused,
} from './index';
import type { Verdict } from './verdict';

const fixtures = path.join(import.meta.dirname, 'fixtures');

interface Case {
  readonly script: string;
  readonly alert?: Alert;
  /** 60 where none is given. */
  readonly timeout?: number;
  /** Exactly these codes, in the order of the report. */
  readonly findings: readonly string[];
  readonly reverted: boolean | null;
  /** Where nothing is wrong; `passed` where none is given. */
  readonly verdict?: Verdict;
}

const cases: readonly Case[] = [
  {
    script: 'custom-ar.py',
    findings: [
      ...['reads-to-eof', 'acts-before-continue', 'weak-key', 'wrong-field'],
      ...['needs-log', 'bad-json-crash', 'takes-too-much'],
    ],
    reverted: true,
  },
  {
    script: 'no-shebang.py',
    findings: [
      ...['reads-to-eof', 'acts-before-continue', 'weak-key', 'wrong-field', 'bad-shebang'],
      ...['needs-log', 'bad-json-crash', 'takes-too-much'],
    ],
    reverted: true,
  },
  { script: 'good-hosts-deny.py', findings: [], reverted: true },
  { script: 'good-hosts-deny.sh', findings: [], reverted: true },
  { script: 'allow-list.sh', alert: ownAlert, findings: [], reverted: null, verdict: 'not shown' },
  { script: 'good-firewall.sh', findings: [], reverted: true },
  { script: 'good-disable-account.py', alert: accountAlert, findings: [], reverted: true },
  { script: 'good-remove-threat.sh', alert: virusAlert, timeout: 0, findings: [], reverted: null },
  { script: 'eof.sh', timeout: 0, findings: ['reads-to-eof'], reverted: null },
  { script: 'silent.py', findings: ['no-handshake', 'bad-json-crash', 'no-delete'], reverted: null },
  { script: 'silent.py', timeout: 0, findings: ['bad-json-crash'], reverted: null },
  { script: 'chatty.sh', findings: ['chatter-before-handshake'], reverted: true },
  { script: 'deaf.py', findings: ['acts-before-continue', 'bad-json-crash'], reverted: true },
  { script: 'stubborn-abort.sh', findings: ['ignores-abort'], reverted: true },
  { script: 'one-key.py', findings: ['weak-key', 'bad-json-crash'], reverted: true },
  { script: 'forgetful.sh', findings: ['not-reverted'], reverted: false },
  { script: 'no-log.py', timeout: 0, findings: ['no-log', 'bad-json-crash'], reverted: null },
  { script: 'unflushed.py', findings: ['keys-in-buffer', 'bad-json-crash'], reverted: null },
  { script: 'talker.sh', findings: ['output-after-answer'], reverted: null },
  { script: 'crasher.py', findings: ['wrong-field', 'bad-json-crash'], reverted: null },
];

const python = spawnSync('python3', ['--version']).status === 0;
const probed = await probeSandbox();
const scratch = mkdtempSync(path.join(tmpdir(), 'dry-run-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function request(script: string, more: Partial<DryRunRequest> = {}): DryRunRequest {
  return {
    script: path.resolve(fixtures, script),
    alert: sshAlert,
    timeout: 60,
    sandbox: 'auto',
    extraArgs: [],
    version: '4.14',
    ...more,
  };
}

function run(script: string, more: Partial<DryRunRequest> = {}): Promise<Report> {
  return dryRun(request(script, more), { signal: new AbortController().signal, readScript });
}

// Where the system refuses the sandbox, that is what is to be seen; the scripts are then tried without one further down.
if (probed.kind === 'none') {
  it('refuses to run where there is no sandbox, and says what to do', async () => {
    await expect(run('good-hosts-deny.sh')).rejects.toBeInstanceOf(SandboxRefused);
    expect(probed.reason).not.toBe('');
    expect(probed.wayOut).not.toBe('');
  });
} else {
  it('never says that there is no sandbox because a script does not fit into one', async () => {
    const refusal = run('good-hosts-deny.sh', { limits: { disk: 0.1 } });
    await expect(refusal).rejects.toBeInstanceOf(ScriptRefused);
    await expect(refusal).rejects.toThrow('The sandbox works');
  });

  describe('findings in the sandbox', { timeout: 60_000 }, () => {
    for (const { script, findings, reverted, verdict = 'passed', ...more } of cases.filter(
      (each) => python || !each.script.endsWith('.py'),
    )) {
      it(`${script}, ${more.timeout ?? 60} s: ${findings.join(', ') || 'none'}`, async () => {
        const before = existsSync('/var/ossec');
        const report = await run(script, more);
        expect(report.findings.map(({ code }) => code)).toEqual(findings);
        expect(report.findings.filter(({ evidence }) => evidence === '')).toEqual([]);
        expect(report).toMatchObject({
          verdict: findings.length === 0 ? verdict : 'failed',
          reverted,
          sandbox: 'overlay',
        });
        expect(existsSync('/var/ossec')).toBe(before);
      });
    }
  });

  describe('a run in the sandbox', { timeout: 60_000 }, () => {
    let report: Report;
    beforeAll(async () => {
      report = await run('good-hosts-deny.sh');
    });

    it('says what execd would say, word for word', () => {
      const alert = JSON.stringify(sshAlert);
      const line = (command: string) =>
        `{"version":1,"origin":{"name":"node01","module":"wazuh-execd"},"command":"${command}","parameters":{"extra_args":[],"alert":${alert},"program":"active-response/bin/good-hosts-deny.sh"}}`;
      expect(report.transcript.map(({ from, line }) => [from, line])).toEqual([
        ['execd', line('add')],
        [
          'script',
          '{"version":1,"origin":{"name":"good-hosts-deny","module":"active-response"},"command":"check_keys","parameters":{"keys":["203.0.113.7"]}}',
        ],
        ['execd', line('continue')],
        ['execd', line('delete')],
      ]);
    });

    it('moves the clock instead of waiting', () => {
      expect(report.transcript.at(-1)?.at).toBeGreaterThan(60_000);
      expect(report.ms).toBeLessThan(15_000);
    });

    it('shows what was changed, and its way back', () => {
      const diff = (sign: string) => expect.stringContaining(`\n${sign}ALL: 203.0.113.7\n`);
      expect(report.effects).toEqual([
        { step: 'add', kind: 'changed', what: '/etc/hosts.deny', diff: diff('+') },
        { step: 'delete', kind: 'changed', what: '/etc/hosts.deny', diff: diff('-') },
      ]);
    });

    it('keeps the log apart', () => {
      expect(report.log.map((line) => line.replace(/^\S+ \S+ /, ''))).toEqual([
        'active-response/bin/good-hosts-deny.sh: Denied 203.0.113.7',
        'active-response/bin/good-hosts-deny.sh: Allowed 203.0.113.7 again',
      ]);
    });
  });

  it('blames the line', async () => {
    const { findings } = await run(python ? 'custom-ar.py' : 'chatty.sh');
    const text = readFileSync(path.join(fixtures, python ? 'custom-ar.py' : 'chatty.sh'), 'utf8').split('\n');
    const [first] = findings;
    expect(text[first?.line ?? -1]).toContain(python ? 'sys.stdin.read()' : 'echo "Starting');
  });

  it('tells each line while it is said', async () => {
    const heard: string[] = [];
    const { transcript } = await dryRun(request('good-hosts-deny.sh'), {
      signal: new AbortController().signal,
      readScript,
      onProgress: ({ line }) => heard.push(line),
    });
    expect(heard).toEqual(transcript.map(({ line }) => line));
  });

  it('waits before each act until it is let go on', async () => {
    const seen: string[] = [];
    const { transcript } = await dryRun(request('good-hosts-deny.sh'), {
      signal: new AbortController().signal,
      readScript,
      pause: async ({ kind }) => void seen.push(kind),
      onProgress: ({ from }) => void seen.push(from),
    });
    expect(transcript).toHaveLength(4);
    expect(seen).toEqual(['alert', 'execd', 'script', 'execd', 'wait', 'execd']);
  });

  it('shows firewall rules, also where iptables is missing', async () => {
    const { effects } = await run('good-firewall.sh');
    const rules = effects.filter(({ kind }) => kind === 'firewall');
    expect(rules.map(({ step, change }) => [step, change])).toEqual([
      ['add', 'added'],
      ['delete', 'removed'],
    ]);
    for (const { what } of rules) expect(what).toMatch(/INPUT -s 203\.0\.113\.7(\/32)? -j DROP$/);
  });

  it('says what was left behind', async () => {
    const { findings } = await run('forgetful.sh');
    expect(findings.map(({ evidence }) => evidence)).toEqual([expect.stringContaining('/etc/hosts.deny')]);
  });

  it('lets the script find the file that the alert names', async () => {
    const { effects } = await run('good-remove-threat.sh', { alert: virusAlert, timeout: 0 });
    expect(effects).toMatchObject([{ kind: 'deleted', what: '/home/alice/Downloads/eicar.com' }]);
  });

  it('speaks as Wazuh 5 does', async () => {
    const { transcript } = await run('good-hosts-deny.sh', { version: '5.0', scenario: 'add' });
    expect(transcript[0]?.line).toMatch(/"active_response":\{"name":"dry-run60".*"command":"enable"\}$/);
  });

  it('ends when it is aborted, and nothing stays behind', async () => {
    const stop = new AbortController();
    const script = unique('sleeper.sh');
    const running = dryRun(request(script, { limits: { step: 60_000 } }), {
      signal: stop.signal,
      readScript,
      onProgress: () => setTimeout(() => stop.abort(), 100),
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(left(path.basename(script))).toEqual([]);
  });

  it('ends a script that does not end', async () => {
    const report = await run('sleeper.sh', { limits: { step: 800 } });
    expect(report.findings.map(({ code }) => code)).toContain('slow');
    expect(report.exit.signal).toBe('SIGKILL');
  });

  it('tells a script that does not end from what it leaves behind with its output', async () => {
    const script = path.join(scratch, 'left-open.sh');
    const text =
      '#!/bin/bash\nIFS= read -r message\necho x >> /var/ossec/logs/active-responses.log\nsleep 1000 &\n';
    writeFileSync(script, text, { mode: 0o755 });
    const { findings } = await run(script, { limits: { step: 800 }, timeout: 0 });
    expect(findings.find(({ code }) => code === 'slow')?.message).toContain('left in the background');
  });

  it('leaves nothing behind, however often', { timeout: 60_000 }, async () => {
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8');
    const script = unique('good-hosts-deny.sh');
    for (let round = 0; round < 5; round++) await run(script, { scenario: 'add' });
    expect(left(path.basename(script))).toEqual([]);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).toBe(mounts);
  });
}

/** Processes of ours that are still there: children, and what a script of that name has left to others. */
function left(script: string): readonly string[] {
  return execFileSync('ps', ['-e', '-o', 'ppid=,args='])
    .toString()
    .split('\n')
    .map((line) => /^\s*(\d+) (.*)$/.exec(line))
    .flatMap((match) => (match ? [{ parent: Number(match[1]), words: match[2] ?? '' }] : []))
    .filter(
      ({ parent, words }) => !words.startsWith('ps ') && (parent === process.pid || words.includes(script)),
    )
    .map(({ words }) => words);
}

/** A fixture under a name that no other run on this machine has. */
function unique(fixture: string): string {
  const copy = path.join(scratch, `p${process.pid}-${fixture}`);
  copyFileSync(path.join(fixtures, fixture), copy);
  return copy;
}

describe('without a sandbox', { timeout: 60_000 }, () => {
  const none = { sandbox: 'none' } as const;

  it('says so, and judges the conversation', async () => {
    const report = await run('chatty.sh', none);
    expect(report.sandbox).toBe('none');
    expect(report.findings.map(({ code }) => code)).toContain('chatter-before-handshake');
  });

  it('passes a script that asks rightly', async () => {
    const { findings, transcript } = await run('good-firewall.sh', none);
    expect(findings).toEqual([]);
    expect(transcript.map(({ from }) => from)).toEqual(['execd', 'script', 'execd', 'execd']);
  });

  it('puts the stand-ins first', async () => {
    const { effects } = await run('good-firewall.sh', none);
    expect(effects.map(({ kind }) => kind)).toContain('command');
  });

  it('takes its scratch folder away', async () => {
    const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith('wazuh-dry-run'));
    const before = own();
    await run('good-firewall.sh', none);
    expect(own().filter((name) => !before.includes(name))).toEqual([]);
  });
});

it('fails when there is no such script', async () => {
  await expect(run('missing.sh')).rejects.toMatchObject({ code: 'ENOENT' });
});
