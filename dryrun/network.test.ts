import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { sshAlert } from './fixtures/alert';
import { type DryRunRequest, dryRun, probeSandbox, testScript } from './index';

const scratch = mkdtempSync(path.join(tmpdir(), 'dry-run-network-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const python = spawnSync('python3', ['--version']).status === 0;
const probed = await probeSandbox();
const where = probed.kind === 'overlay' && python ? describe : () => undefined;

/** A script of dryrun/fixtures with pieces replaced. */
interface Edited {
  readonly script: 'notify.py' | 'router.sh' | 'asks-cloud.sh';
  readonly edits?: readonly (readonly [from: string, to: string])[];
}

function deployed({ script, edits = [] }: Edited): string {
  const text = edits.reduce(
    (all, [from, to]) => {
      expect(all).toContain(from);
      return all.replace(from, () => to);
    },
    readFileSync(path.join(import.meta.dirname, 'fixtures', script), 'utf8'),
  );
  const file = path.join(mkdtempSync(path.join(scratch, 'x-')), script);
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

function request(script: string, timeout: number): DryRunRequest {
  return { script, alert: sshAlert, timeout, sandbox: 'overlay', extraArgs: [], version: '4.14' };
}

const options = () => ({ signal: new AbortController().signal, readScript });

const opener = 'urllib.request.urlopen(request, timeout=10)';
/** Hands the request to another library. */
const through = (module: string, call: string): readonly (readonly [string, string])[] => [
  ['import urllib.request', `import urllib.request\nimport ${module}`],
  [opener, call],
];

const posted = 'POST https://hooks.slack.com/services/T0000/B0000/…: {"text": "Attack from 203.0.113.7"}';

interface Case extends Edited {
  readonly title: string;
  readonly timeout: number;
  /** Effects on the network, as they are shown. */
  readonly effects: readonly string[];
  readonly findings: readonly string[];
}

const add = 'ssh admin@192.0.2.1: /ip firewall address-list add list=blocked address=203.0.113.7';
const remove = 'ssh admin@192.0.2.1: /ip firewall address-list remove [find address=203.0.113.7]';

const cases: readonly Case[] = [
  { title: 'tells a chat', script: 'notify.py', timeout: 0, effects: [posted], findings: [] },
  {
    title: 'tells it through requests',
    script: 'notify.py',
    edits: through('requests', 'requests.post(HOOK, data=body, timeout=10).raise_for_status()'),
    timeout: 0,
    effects: [posted],
    findings: [],
  },
  {
    title: 'tells it by mail',
    script: 'notify.py',
    edits: through(
      'smtplib',
      'smtplib.SMTP("mail.example.com", timeout=10).sendmail("a@example.com", "ops@example.com", body)',
    ),
    timeout: 0,
    effects: ['mail ops@example.com: {"text": "Attack from 203.0.113.7"}'],
    findings: [],
  },
  { title: 'has a router block', script: 'router.sh', timeout: 60, effects: [add, remove], findings: [] },
  {
    title: 'never has the router unblock',
    script: 'router.sh',
    edits: [['elif [[ $command == delete ]]', 'elif [[ $command == undo ]]']],
    timeout: 60,
    effects: [add],
    findings: ['no-delete'],
  },
  {
    title: 'has the router block before it is told to',
    script: 'router.sh',
    edits: [['  printf', '  router "add list=blocked address=$address" > /dev/null\n  printf']],
    timeout: 60,
    effects: [add, add, remove],
    findings: ['acts-before-continue'],
  },
  {
    title: 'lets curl print the answer',
    script: 'asks-cloud.sh',
    edits: [[' --output /dev/null', '']],
    timeout: 0,
    effects: ['POST https://firewall.example.com/api: block=203.0.113.7'],
    findings: ['chatter-before-handshake'],
  },
  {
    title: 'is puzzled by an answer that only the real one gives',
    script: 'notify.py',
    edits: [[opener, 'json.load(urllib.request.urlopen(request, timeout=10))["own"]["field"]']],
    timeout: 0,
    effects: [posted],
    findings: [],
  },
  {
    title: 'calls where nobody is',
    script: 'notify.py',
    edits: through('socket', 'socket.create_connection(("10.0.0.9", 40000 + 1), 10)'),
    timeout: 0,
    effects: ['tcp 10.0.0.9:40001'],
    findings: [],
  },
];

where('a script that', { timeout: 60_000 }, () => {
  it.each(cases)('$title', async ({ timeout, effects, findings, ...edited }) => {
    const report = await dryRun(request(deployed(edited), timeout), options());
    expect(report.findings.map(({ code }) => code)).toEqual(findings);
    expect(report.effects.filter(({ kind }) => kind === 'network').map(({ what }) => what)).toEqual(effects);
  });

  it('uses a module that is not here is lent it, and that is said', async () => {
    // As scripts find it, not as the tests do.
    const here =
      spawnSync('python3', ['-c', 'import requests'], { env: { PATH: '/usr/bin:/bin' } }).status === 0;
    const edits = through('requests', 'requests.post(HOOK, data=body, timeout=10)');
    const { lent } = await dryRun(request(deployed({ script: 'notify.py', edits }), 0), options());
    expect(lent).toEqual(here ? [] : ['requests (Python)']);
  });

  it('tells a chat says so', async () => {
    const { verdict, why } = await dryRun(request(deployed({ script: 'notify.py' }), 0), options());
    expect({ verdict, why }).toEqual({
      verdict: 'passed',
      why: 'It would post to hooks.slack.com: {"text": "Attack from 203.0.113.7"}.',
    });
  });
});

const noCheck: readonly [string, string][] = [
  [
    "[[ $address =~ ^[0-9a-fA-F.:]+$ ]] || { log 'No address in the alert'; exit 0; }",
    '[[ $address ]] || address=null',
  ],
  ['[[ $address != 127.* && $address != ::1 ]]', 'true'],
];

where('in its scenario, a script that', { timeout: 60_000 }, () => {
  it('acts on the host itself is told what Wazuh keeps away', async () => {
    const asked = request(deployed({ script: 'router.sh', edits: noCheck }), 60);
    const { findings } = await dryRun({ ...asked, scenario: 'allow-listed-target' }, options());
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['hits-allow-list', expect.stringContaining('<white_list> of <global>')],
    ]);
  });

  it.each<
    Edited & {
      readonly title: string;
      readonly scenario: 'network-silent' | 'network-refuses' | 'allow-listed-target' | 'missing-target';
      readonly findings: readonly string[];
      readonly why: RegExp;
    }
  >([
    {
      title: 'waits for ever',
      script: 'notify.py',
      edits: [[', timeout=10)', ')']],
      scenario: 'network-silent',
      findings: ['slow'],
      why: /waits for ever/,
    },
    {
      title: 'has a time limit',
      script: 'notify.py',
      scenario: 'network-silent',
      findings: [],
      why: /time limit/,
    },
    {
      title: 'has a short one',
      script: 'notify.py',
      edits: [['timeout=10', 'timeout=0.5']],
      scenario: 'network-silent',
      findings: [],
      why: /its log says: .*could not be reached/,
    },
    {
      title: 'has an alarm',
      script: 'notify.py',
      edits: [
        [', timeout=10)', ')'],
        [
          'def main():',
          'import signal\nsignal.signal(signal.SIGALRM, lambda *_: sys.exit(1))\nsignal.alarm(20)\n\n\ndef main():',
        ],
      ],
      scenario: 'network-silent',
      findings: [],
      why: /time limit/,
    },
    {
      title: 'lets ssh wait for ever',
      script: 'router.sh',
      edits: [[' -o ConnectTimeout=5', '']],
      scenario: 'network-silent',
      findings: ['slow'],
      why: /waits for ever/,
    },
    {
      title: 'watches over ssh',
      script: 'router.sh',
      edits: [['ssh -n -o BatchMode=yes -o ConnectTimeout=5', 'timeout 20 ssh -n']],
      scenario: 'network-silent',
      findings: [],
      why: /time limit/,
    },
    {
      title: 'gives ssh a time limit',
      script: 'router.sh',
      scenario: 'network-silent',
      findings: [],
      why: /its log says: .*could not block/,
    },
    {
      title: 'looks at the answer',
      script: 'notify.py',
      scenario: 'network-refuses',
      findings: [],
      why: /its log says: .*HTTP Error 500/,
    },
    {
      title: 'looks at no answer',
      script: 'notify.py',
      edits: through('requests', 'requests.post(HOOK, data=body, timeout=10)'),
      scenario: 'network-refuses',
      findings: ['claims-without-act'],
      why: /the answer was an error/,
    },
    {
      title: 'logs what was answered',
      script: 'notify.py',
      edits: [
        ...through('requests', 'answer = requests.post(HOOK, data=body, timeout=10)'),
        ['log(f"Told of {address}")', 'log(f"Sent {address}, answered {answer.status_code}")'],
      ],
      scenario: 'network-refuses',
      findings: [],
      why: /its log says: .*answered 500/,
    },
    {
      title: 'has curl fail',
      script: 'asks-cloud.sh',
      edits: [
        ['--silent', '--silent --fail'],
        ['Asked for $address to be blocked', 'Blocked $address'],
      ],
      scenario: 'network-refuses',
      findings: [],
      why: /its log says: .*could not be reached/,
    },
    {
      title: 'has curl take any answer',
      script: 'asks-cloud.sh',
      edits: [['Asked for $address to be blocked', 'Blocked $address']],
      scenario: 'network-refuses',
      findings: ['claims-without-act'],
      why: /the answer was an error/,
    },
    {
      title: 'speaks no HTTP',
      script: 'router.sh',
      scenario: 'network-refuses',
      findings: [],
      why: /called nobody over HTTP/,
    },
    {
      title: 'has the router block the host itself',
      script: 'router.sh',
      edits: noCheck,
      scenario: 'allow-listed-target',
      findings: ['hits-allow-list'],
      why: /127\.0\.0\.1/,
    },
    {
      title: 'has the router block nobody',
      script: 'router.sh',
      edits: noCheck,
      scenario: 'missing-target',
      findings: ['no-target-check'],
      why: /without|names no target/,
    },
    {
      title: 'only tells of the host itself',
      script: 'notify.py',
      scenario: 'allow-listed-target',
      findings: [],
      why: /would post to hooks\.slack\.com: .*127\.0\.0\.1/,
    },
  ])('$title, $scenario', async ({ scenario, findings, why, ...edited }) => {
    const timeout = edited.script === 'router.sh' ? 60 : 0;
    const asked = { ...request(deployed(edited), timeout), scenarios: [scenario] };
    const began = performance.now();
    const { scenarios } = await testScript(asked, options());
    expect(scenarios.map((each) => [each.findings.map(({ code }) => code), each.why])).toEqual([
      [findings, expect.stringMatching(why)],
    ]);
    // Nobody waits for a time limit to be over.
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
