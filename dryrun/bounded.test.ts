import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDriver } from './driver-for-tests';
import { sshAlert } from './fixtures/alert';
import { type DryRunRequest, probeSandbox, type Report } from './index';

const scratch = mkdtempSync(path.join(tmpdir(), 'dry-run-bounded-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const driver = buildDriver(scratch);

const LOG = '/var/ossec/logs/active-responses.log';

/** Scripts that do a thing without measure, once they have got their message. */
const scripts: readonly (readonly [does: string, python: string])[] = [
  ['logs without end', `f = open("${LOG}", "a")\nwhile True: f.write("blocked 203.0.113.7 again\\n")`],
  [
    'logs 60 MB',
    `f = open("${LOG}", "a")\nfor i in range(1200000): f.write("blocked 203.0.113.7 again, and again %d\\n" % i)`,
  ],
  ['logs one line of 20 MB', `open("${LOG}", "a").write("203.0.113.7 " + "a" * 20000000)`],
  [
    'makes 20,000 accounts',
    'f = open("/etc/passwd", "a")\nfor i in range(20000): f.write("u%d:x:%d:100::/home/u:/bin/sh\\n" % (i, i + 2000))',
  ],
  [
    'makes folders in folders',
    'import os\nos.chdir("/opt")\nfor i in range(15000): os.mkdir("d"); os.chdir("d")',
  ],
  ['makes many folders', 'import os\nfor i in range(19000): os.mkdir("/opt/%d" % i)'],
  [
    'sends datagrams without end',
    'import random, socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nwhile True:\n  try: s.sendto(b"x" * 100, ("203.0.113.%d" % random.randrange(1, 250), random.randrange(1, 65535)))\n  except OSError: pass',
  ],
  [
    'says more than anybody hears',
    'while True: sys.stderr.write("x" * 1000 + "\\n"); sys.stdout.write("\\x01" * 1000)',
  ],
];

const [probed, python] = [await probeSandbox(), spawnSync('python3', ['--version']).status === 0];

/** ms of the script itself, and of our own work after it on a busy machine. */
const limits = { step: 2_000, own: 8_000 };

interface Measured {
  readonly report: Report;
  /** Bytes of its JSON. */
  readonly size: number;
  /** Megabytes that our own process had at most. */
  readonly memory: number;
}

async function measured(name: string, text: string): Promise<Measured> {
  const script = path.join(scratch, name);
  writeFileSync(script, `#!/usr/bin/env python3\nimport sys\nsys.stdin.readline()\n${text}\n`);
  chmodSync(script, 0o755);
  const request: DryRunRequest = {
    ...{ script, alert: sshAlert, timeout: 0, sandbox: 'overlay', extraArgs: [], version: '4.14' },
    limits: { step: limits.step },
  };
  const child = spawn(process.execPath, [driver, JSON.stringify(request)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [said, memory] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  const watch = setInterval(() => {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    memory = Math.max(memory, Number(kilobytes ?? 0) / 1024);
  }, 20);
  await new Promise((resolve) => child.once('exit', resolve).once('exit', () => clearInterval(watch)));
  return { report: JSON.parse(said), size: Buffer.byteLength(said), memory };
}

describe.runIf(probed.kind === 'overlay' && python)('a script that', () => {
  it.each(scripts)('%s takes no more than it may', { timeout: 60_000 }, async (does, text) => {
    const { report, size, memory } = await measured(`${does.replaceAll(/\W/g, '-')}.py`, text);
    expect(report.ms).toBeLessThan(limits.step + limits.own);
    expect(size).toBeLessThan(1_000_000);
    expect(memory).toBeLessThan(300);
    expect(memory).toBeGreaterThan(10);
  });
});
