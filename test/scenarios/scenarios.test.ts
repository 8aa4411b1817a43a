import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../../cli/testing/memory-io';
import {
  type ScenarioName,
  type ScriptTest,
  scenarioNames,
  type TestRequest,
  testScript,
} from '../../dryrun';
import { accountAlert, sshAlert, virusAlert } from '../../dryrun/fixtures/alert';
import { templates } from '../../scaffold';
import { readScript } from '../../script-checks/for-tests';
import type { Alert } from '../../wazuh/alert';
import { faults } from './wrong';

const fixtures = path.resolve(import.meta.dirname, '../../dryrun/fixtures');
const scratch = mkdtempSync(path.join(tmpdir(), 'scenarios-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The alert and the timeout that a fixture is for. */
function occasion(script: string): { readonly alert: Alert; readonly timeout: number } {
  if (script.includes('account')) return { alert: accountAlert, timeout: 600 };
  if (script.includes('threat')) return { alert: virusAlert, timeout: 0 };
  return { alert: sshAlert, timeout: 600 };
}

function tried(script: string, more: Partial<TestRequest> = {}): Promise<ScriptTest> {
  const request = {
    script,
    ...occasion(script),
    sandbox: 'overlay',
    extraArgs: [],
    version: '4.14',
  } as const;
  return testScript({ ...request, ...more }, { signal: new AbortController().signal, readScript });
}

/** What did not pass, and why. */
function unproven({ scenarios }: ScriptTest): readonly string[] {
  return scenarios
    .filter(({ verdict }) => verdict !== 'passed')
    .map(({ name, verdict, why, findings }) =>
      [`${name} ${verdict}: ${why}`, ...findings.map(({ code, evidence }) => `${code}: ${evidence}`)].join(
        '\n',
      ),
    );
}

/** Writes a script that may be run; the path of it. */
function deployed(name: string, text: string): string {
  const file = path.join(mkdtempSync(path.join(scratch, 'bin-')), name);
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

const right = [
  'good-hosts-deny.py',
  'good-hosts-deny.sh',
  'good-firewall.sh',
  'good-disable-account.py',
  'good-remove-threat.sh',
  'router.sh',
];

/** What only some scripts are tried in, or only for 5.0. */
const special: readonly ScenarioName[] = [
  'tool-missing',
  'network-silent',
  'network-refuses',
  'enable-disable',
];

describe('a right script passes every scenario', () => {
  it.each(right)('%s', async (name) => {
    const result = await tried(path.join(fixtures, name));
    expect(unproven(result)).toEqual([]);
    if (name.includes('hosts-deny'))
      expect(result.scenarios.map((scenario) => scenario.name)).toEqual(
        scenarioNames.filter((scenario) => !special.includes(scenario)),
      );
    for (const { why } of result.scenarios) expect(why).toMatch(/^\S.*\S$/);
  });

  it('one that says of each command that it is missing, and is told so of each', async () => {
    const text = [
      '#!/bin/bash',
      'log() { echo "$0: $1" >> /var/ossec/logs/active-responses.log; }',
      'IFS= read -r message',
      `for tool in jq iptables; do command -v "$tool" > /dev/null || { log "no $tool: nothing done"; exit 0; }; done`,
      'ip=$(jq -er .parameters.alert.data.srcip <<< "$message") || { log "no address"; exit 0; }',
      'iptables -I INPUT -s "$ip" -j DROP && log "$ip is blocked"',
      '',
    ].join('\n');
    const script = deployed('two-tools.sh', text);
    const { scenarios } = await tried(script, { timeout: 0, scenarios: ['tool-missing'] });
    expect(scenarios).toMatchObject([
      { verdict: 'passed', why: expect.stringMatching(/^Without jq: .*; Without iptables: .*\.$/) },
    ]);
  });

  it('one that speaks as Wazuh 5.0 does', async () => {
    const script = path.resolve(import.meta.dirname, '../scripts/correct/either-release.py');
    const result = await tried(script, { version: '5.0' });
    expect(unproven(result)).toEqual([]);
    expect(result.scenarios.map(({ name }) => name)).toEqual(
      scenarioNames.filter(
        (name) => ![...special.filter((each) => each !== 'enable-disable'), 'add-delete'].includes(name),
      ),
    );
  });

  const scaffolds = templates().flatMap(
    ({ id, languages, exampleRule, expected, expectedWithoutArguments }) =>
      languages.flatMap((language) => {
        const one = { id, language, rule: String(exampleRule) };
        return expectedWithoutArguments === undefined
          ? [{ ...one, expected, argument: '' }]
          : [
              { ...one, expected, argument: 'https://hooks.example.com/x' },
              { ...one, expected: expectedWithoutArguments, argument: '' },
            ];
      }),
  );
  it.each(scaffolds)('the scaffold $id in $language $argument', async (scaffold) => {
    const { id, language, rule, argument, expected } = scaffold;
    const extraArgs = argument === '' ? [] : ['--extra-args', argument];
    const { files } = await call([
      ...['new', id, '--language', language, '--name', 'my-own', '--level', '10'],
      ...extraArgs,
    ]);
    const [[name = '', text = ''] = []] = Object.entries(files);
    const script = deployed(`${id}-${path.basename(name)}`, Buffer.from(text, 'latin1').toString());
    const { stdout, status } = await call(
      ['test', script, '--rule', rule, '--format', 'json', ...extraArgs],
      {
        files: { [script]: Buffer.from(text, 'latin1') },
        testScript,
      },
    );
    const { scripts } = JSON.parse(stdout) as { readonly scripts: readonly ScriptTest[] };
    expect(scripts.map(unproven)).toEqual([[]]);
    expect(scripts).toMatchObject([{ expected, expectedFrom: 'script', findings: [] }]);
    expect(status).toBe(0);
  });

  it('the good one of the demo', async () => {
    const script = path.resolve(import.meta.dirname, '../../demo/active-response/bin/deny-host.py');
    const result = await tried(script);
    expect(unproven(result)).toEqual([]);
    expect(result).toMatchObject({ expected: 'blocks the address', expectedFrom: 'script', findings: [] });
  });
});

// Side by side: by itself none keeps more than one core at work.
describe.concurrent('one fault is shown by its scenario', () => {
  it.each(faults)('$scenario: $title', async ({ script, edits, scenario, code, version = '4.14' }) => {
    const text = edits.reduce(
      (all, [from, to]) => {
        expect(all).toContain(from);
        return all.replace(from, () => to);
      },
      readFileSync(path.join(fixtures, script), 'utf8'),
    );
    const file = deployed(script, text);
    const { scenarios } = await tried(file, { version, scenarios: [scenario] });
    expect(scenarios).toMatchObject([{ name: scenario, verdict: 'failed' }]);
    expect(scenarios[0]?.findings.map((finding) => finding.code)).toContain(code);
    expect(scenarios[0]?.findings[0]?.message.startsWith(scenarios[0].why)).toBe(true);
  });
});

const log = '/var/ossec/logs/active-responses.log';

it.each([
  [
    'argv-protocol',
    `#!/bin/bash\nACTION=$1\nIP=$3\necho "$ACTION $IP" >> ${log}\n[ "$ACTION" = add ] && iptables -I INPUT -s "$IP" -j DROP\n`,
  ],
  ['never-reads', `#!/bin/bash\necho "nobody is logged in" >> ${log}\n`],
])('what spoils every start is told by the first scenario: %s', async (code, text) => {
  const { scenarios, findings } = await tried(deployed(`spoilt-${code}.sh`, text), { timeout: 0 });
  const [first, ...others] = scenarios;
  expect(first).toMatchObject({ name: 'add', verdict: 'failed', findings: [{ code }] });
  expect(findings.map((finding) => finding.code)).toEqual([code]);
  expect(others.filter(({ verdict }) => verdict !== 'not shown')).toEqual([]);
});

it('ends when it is aborted, and nothing stays behind', async () => {
  const stop = new AbortController();
  const script = deployed(
    `p${process.pid}-sleeper.sh`,
    readFileSync(path.join(fixtures, 'sleeper.sh'), 'utf8'),
  );
  const running = testScript(
    { script, ...occasion(script), sandbox: 'overlay', extraArgs: [], version: '4.14' },
    { signal: stop.signal, readScript, onStart: () => setTimeout(() => stop.abort(), 500) },
  );
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(spawnSync('ps', ['-e', '-o', 'args=']).stdout.toString()).not.toContain(path.basename(script));
});
