import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDriver } from './driver-for-tests';
import { sshAlert } from './fixtures/alert';
import { type DryRunRequest, probeSandbox, type Report, type SandboxProbe } from './index';

// Under /tmp itself, where an ordinary user may read it too.
const scratch = mkdtempSync(path.join(tmpdir(), 'dry-run-process-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const driver = buildDriver(scratch);
execFileSync('chmod', ['755', scratch]);

const probed = await probeSandbox();
const asRoot = process.getuid?.() === 0;
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];

function fixture(name: string): string {
  const copy = path.join(scratch, `p${process.pid}-${name}`);
  copyFileSync(path.join(import.meta.dirname, 'fixtures', name), copy);
  return copy;
}

function request(script: string, more: Partial<DryRunRequest> = {}): string {
  const whole: DryRunRequest = {
    script,
    alert: sshAlert,
    timeout: 60,
    sandbox: 'auto',
    extraArgs: [],
    version: '4.14',
    ...more,
  };
  return JSON.stringify(whole);
}

function run<T>(words: readonly string[]): T {
  const [command = '', ...rest] = words;
  const { stdout, stderr } = spawnSync(command, rest, {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('an ordinary user', () => {
  it('gets the same sandbox, and the same verdict', { timeout: 60_000 }, () => {
    const words = [...(asRoot ? nobody : []), process.execPath, driver];
    const probe = run<SandboxProbe>([...words, 'probe']);
    expect(probe.kind).toBe(probed.kind);
    if (probe.kind === 'none') return;
    const report = run<Report>([...words, request(fixture('good-firewall.sh'))]);
    expect(report).toMatchObject({ verdict: 'passed', reverted: true, sandbox: 'overlay', findings: [] });
    expect(report.proof).toMatchObject({
      probes: [{ reached: true }, { reached: false }, { reached: true }],
    });
    const stuck = run<Report>([...words, request(fixture('eof.sh'), { timeout: 0 })]);
    expect(stuck.findings.map(({ code }) => code)).toEqual(['reads-to-eof']);
    const told = run<Report>([...words, request(fixture('notify.py'), { timeout: 0 })]);
    expect(told.effects).toMatchObject([
      { kind: 'network', what: expect.stringMatching(/^POST https:\/\/hooks\.slack\.com\/.*203\.0\.113\.7/) },
    ]);
  });
});

describe('where user namespaces are refused', () => {
  // The kernel itself refuses: a namespace in which an administrator has allowed so few of them. The sandbox takes two.
  const allowed = (count: number) => {
    const own = [
      `--map-user=${asRoot ? 65_534 : process.getuid?.()}`,
      `--map-group=${asRoot ? 65_534 : process.getgid?.()}`,
    ];
    const script = `echo ${count} > /proc/sys/user/max_user_namespaces; exec "$@"`;
    const outer = ['unshare', '--user', ...own, '--keep-caps', 'sh', '-c', script, 'sh'];
    // Where even the outer namespace is refused, that is the case to be tried.
    return [...(asRoot ? nobody : []), ...(probed.kind === 'none' ? [] : outer), process.execPath, driver];
  };

  it.each([0, 1])('says so, with %d allowed', { timeout: 60_000 }, (count) => {
    const probe = run<SandboxProbe>([...allowed(count), 'probe']);
    expect(probe).toMatchObject({
      kind: 'none',
      reason: expect.stringMatching(/\S/),
      wayOut: expect.stringMatching(/\S/),
    });
  });

  it('names the switch, and runs nothing', { timeout: 60_000 }, () => {
    const script = request(fixture('plain.sh'));
    expect(() => run([...allowed(0), script])).toThrow(
      probed.kind === 'none' ? /SandboxRefused/ : /SandboxRefused.*user\.max_user_namespaces/s,
    );
  });
});

it('takes everything along when it is killed itself', { timeout: 60_000 }, async () => {
  const script = fixture('sleeper.sh');
  const kind = probed.kind === 'overlay' ? 'auto' : 'none';
  const child = spawn(
    process.execPath,
    [driver, request(script, { sandbox: kind, limits: { step: 60_000 } })],
    {
      cwd: '/',
      stdio: 'ignore',
    },
  );
  const theirs = () =>
    execFileSync('ps', ['-e', '-o', 'args='])
      .toString()
      .split('\n')
      .filter((line) => line.includes(`active-response/bin/${path.basename(script)}`));
  await until(() => theirs().length > 0);
  child.kill('SIGKILL');
  if (kind === 'none')
    for (const group of processGroups(path.basename(script))) process.kill(-group, 'SIGKILL');
  await until(() => theirs().length === 0);
});

/** Without a sandbox nothing ends what the killed program has started: the test cleans up itself. */
function processGroups(script: string): readonly number[] {
  return execFileSync('ps', ['-e', '-o', 'pgid=,args='])
    .toString()
    .split('\n')
    .filter((line) => line.includes(script) && !line.includes('driver.cjs'))
    .map((line) => Number.parseInt(line, 10));
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await sleep(100);
  expect(condition()).toBe(true);
}
