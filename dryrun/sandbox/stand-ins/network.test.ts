import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reach } from '../../effects/reach';
import { ANSWER, REFUSAL } from './answer';
import { readCalls } from './calls';
import { standIns } from './commands';
import { standInScript } from './script';

const scratch = mkdtempSync(path.join(tmpdir(), 'stand-ins-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs a shell line with the stand-ins first on PATH; `how`: nobody answers, or all with an error. */
function run(line: string, how: 'silent' | 'refuses' | undefined = undefined) {
  const folder = mkdtempSync(path.join(scratch, 'run-'));
  const [bin, state] = [path.join(folder, 'bin'), path.join(folder, 'state')];
  mkdirSync(bin);
  mkdirSync(state);
  if (how !== undefined) writeFileSync(path.join(state, how), '');
  writeFileSync(path.join(bin, '.stand-in'), standInScript(state), { mode: 0o755 });
  for (const name of standIns.always) symlinkSync('.stand-in', path.join(bin, name));
  const { stdout, status, signal } = spawnSync('bash', ['-c', line], {
    env: { PATH: `${bin}:/usr/bin:/bin` },
    cwd: folder,
    input: '',
    encoding: 'utf8',
    timeout: 5_000,
    killSignal: 'SIGKILL',
  });
  const record = path.join(state, 'calls');
  const calls = existsSync(record) ? readCalls(readFileSync(record, 'utf8')) : [];
  const made = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return { stdout, status, signal, made, reaches: calls.flatMap(({ reach }) => reach ?? []) };
}

const hook = 'https://hooks.example.com/x';
const answer = `${ANSWER}\n`;

const cases: readonly (readonly [line: string, reaches: readonly Reach[], printed: string])[] = [
  [`curl ${hook}`, [{ verb: 'GET', to: hook, body: '' }], answer],
  [`curl -s -o /dev/null ${hook}`, [{ verb: 'GET', to: hook, body: '' }], ''],
  [`curl -fsSL ${hook}`, [{ verb: 'GET', to: hook, body: '' }], answer],
  [`curl -sSX DELETE "${hook}" -H "X-Auth: 1"`, [{ verb: 'DELETE', to: hook, body: '' }], answer],
  [`curl -XPUT -d@- ${hook} <<< hello`, [{ verb: 'PUT', to: hook, body: 'hello' }], answer],
  [`echo hi > f; curl -d @f -d b=2 ${hook}`, [{ verb: 'POST', to: hook, body: 'hi&b=2' }], answer],
  [
    `curl -H 'Content-Type: application/json' --data-raw '@x' ${hook}`,
    [{ verb: 'POST', to: hook, body: '@x' }],
    answer,
  ],
  [`curl --json '{"a":1}' --max-time 5 --url ${hook}`, [{ verb: 'POST', to: hook, body: '{"a":1}' }], answer],
  [`curl -d '' ${hook}`, [{ verb: 'POST', to: hook, body: '' }], answer],
  [`curl -G -d q=1 ${hook}`, [{ verb: 'GET', to: `${hook}?q=1`, body: '' }], answer],
  [
    `curl -F file=@/etc/hosts -F a=b ${hook}`,
    [{ verb: 'POST', to: hook, body: 'file=@/etc/hosts&a=b' }],
    answer,
  ],
  [`curl -T report.txt ${hook}`, [{ verb: 'PUT', to: hook, body: '@report.txt' }], answer],
  [`curl -u user:pass -k example.com/api`, [{ verb: 'GET', to: 'http://example.com/api', body: '' }], answer],
  [`curl -so /dev/null -w '%{http_code}\\n' ${hook}`, [{ verb: 'GET', to: hook, body: '' }], '200\n'],
  [
    `curl -I ${hook}`,
    [{ verb: 'HEAD', to: hook, body: '' }],
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n',
  ],
  // An address that is to be filled in before it is deployed.
  [`curl -d x " "`, [{ verb: 'POST', to: 'http:// ', body: 'x' }], answer],
  [`sudo curl -s ${hook}`, [{ verb: 'GET', to: hook, body: '' }], answer],
  [`wget -qO- ${hook}`, [{ verb: 'GET', to: hook, body: '' }], answer],
  [`wget -q --post-data='a=1' -O /dev/null -T5 ${hook}`, [{ verb: 'POST', to: hook, body: 'a=1' }], ''],
  [`wget --method=DELETE --header 'A: b' -O - -nv ${hook}`, [{ verb: 'DELETE', to: hook, body: '' }], answer],
  [`echo block | nc -w 2 10.0.0.9 514`, [{ verb: 'send', to: '10.0.0.9:514', body: 'block' }], ''],
  [`nc -zv 10.0.0.9 22`, [{ verb: 'connect', to: '10.0.0.9:22', body: '' }], ''],
  [`nc 10.0.0.9 22`, [{ verb: 'send', to: '10.0.0.9:22', body: '' }], ''],
  [
    `ssh -i key -o StrictHostKeyChecking=no -p 2222 admin@fw.example.com "block 1.2.3.4" now`,
    [{ verb: 'ssh', to: 'admin@fw.example.com:2222', body: 'block 1.2.3.4 now' }],
    '',
  ],
  [`ssh -oBatchMode=yes fw <<< 'add 1.2.3.4'`, [{ verb: 'ssh', to: 'fw', body: 'add 1.2.3.4' }], ''],
  [`sshpass -p secret ssh -T fw id`, [{ verb: 'ssh', to: 'fw', body: 'id' }], ''],
  [
    `scp -q /tmp/a.log ops@log.example.com:/in/`,
    [{ verb: 'scp', to: 'ops@log.example.com:/in/', body: '/tmp/a.log' }],
    '',
  ],
  [`scp fw:/etc/rules /tmp/`, [{ verb: 'fetch', to: 'fw:/etc/rules', body: '/tmp/' }], ''],
  [
    `echo hello | mail -s 'An alert' -r a@example.com ops@example.com`,
    [{ verb: 'mail', to: 'ops@example.com', body: 'An alert: hello' }],
    '',
  ],
  [
    `printf 'To: ops@example.com\\nSubject: x\\n\\nhello\\n' | sendmail -t`,
    [{ verb: 'mail', to: 'ops@example.com', body: 'To: ops@example.com\nSubject: x\n\nhello' }],
    '',
  ],
  [
    'aws ec2 describe-network-acls --query x --output text',
    [{ verb: 'aws', to: 'ec2', body: 'describe-network-acls --query x --output text' }],
    'made-up\n',
  ],
  [
    'gcloud compute firewall-rules create deny-1',
    [{ verb: 'gcloud', to: 'compute', body: 'firewall-rules create deny-1' }],
    '',
  ],
];

describe('stand-ins that reach out', () => {
  it.each(cases)('%s', (line, reaches, printed) => {
    const ran = run(line);
    expect(ran.reaches).toEqual(reaches);
    expect(ran).toMatchObject({ stdout: printed, status: 0 });
  });

  it.each([
    [`curl -so got ${hook}`, 'got'],
    ['curl -sO https://example.com/list.txt?x=1', 'list.txt'],
    ['wget -q https://example.com/list.txt', 'list.txt'],
    ['wget -q https://example.com/', 'index.html'],
  ])('%s writes %s', (line, name) => expect(run(line).made(name)).toBe(answer));

  describe('where all answer with an error', () => {
    it.each([
      [`curl -s ${hook}`, 0, `${REFUSAL}\n`],
      [`curl -sf ${hook}`, 22, ''],
      [`curl -s --fail-with-body ${hook}`, 22, `${REFUSAL}\n`],
      [`curl -s -o /dev/null -w '%{http_code}' ${hook}`, 0, '500'],
      [`curl -sI ${hook} | head -n 1`, 0, 'HTTP/1.1 500 Internal Server Error\r\n'],
      [`wget -q -O - ${hook}`, 8, ''],
      ['ssh fw id', 0, ''],
    ])('%s ends with %d', (line, status, stdout) =>
      expect(run(line, 'refuses')).toMatchObject({ stdout, status }),
    );
  });

  describe('where nobody answers', () => {
    it.each([
      [`curl -m 10 ${hook}`, 28],
      [`curl --connect-timeout 5 -s ${hook}`, 28],
      [`wget --timeout=5 -q ${hook}`, 4],
      ['echo x | nc -w 3 10.0.0.9 80', 1],
      ['ssh -o ConnectTimeout=5 fw id', 255],
      ['echo x | mail ops@example.com', 0],
      ['echo x | nc -u 10.0.0.9 514', 0],
    ])('%s ends with %d', (line, status) =>
      expect(run(line, 'silent')).toMatchObject({ stdout: '', status }),
    );

    it.each([`curl ${hook}`, `wget -q ${hook}`, 'ssh fw id', 'nc 10.0.0.9 80'])('%s waits', (line) => {
      expect(run(`timeout 0.5 ${line}`, 'silent')).toMatchObject({ status: 124, reaches: [{}] });
    });
  });
});
