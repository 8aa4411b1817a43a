import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuery } from './query';
import { isAlertLog, search } from './search';

const LINES = 60_000;
let folder: string;
let log: string;

function line(n: number): string {
  return JSON.stringify({
    rule: {
      id: String(5700 + (n % 20)),
      level: n % 15,
      description: n === 0 ? 'Needle of 0' : `Rule of ${n}`,
    },
    agent: { id: '001', name: `web-${n % 7}` },
    full_log: 'x'.repeat(700),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wazuh-alerts-'));
  log = path.join(folder, 'alerts.json');
  await writeFile(log, '');
  for (let n = 0; n < LINES; n += 10_000) {
    const some = Array.from({ length: 10_000 }, (_, index) => line(n + index));
    await appendFile(log, `${some.join('\n')}\n`);
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function found(query: string, most = 5, signal = new AbortController().signal) {
  const numbers: string[] = [];
  for await (const hits of search(log, readQuery(query), most, signal))
    numbers.push(
      ...hits.map(({ alert }) => JSON.stringify(alert.rule)).map((rule) => /of (\d+)/.exec(rule)?.[1] ?? ''),
    );
  return numbers;
}

describe('searching a file of 50 MB', () => {
  it('gives the newest first, and no more than was asked for', async () => {
    expect(await found('', 3)).toEqual(['59999', '59998', '59997']);
    expect(await found('rule:5719', 2)).toEqual(['59999', '59979']);
    expect(await found('agent:web-3 level:14', 1)).toEqual(['59909']);
  });

  it('finds what stands at the very beginning, holding no more than it must', async () => {
    const before = process.memoryUsage().rss;
    const began = process.cpuUsage();
    expect(await found('needle')).toEqual(['0']);
    const { user, system } = process.cpuUsage(began);
    // The file has 50 MB; measured are 15 MB and 0.2 s.
    expect((process.memoryUsage().rss - before) / 1024 ** 2).toBeLessThan(200);
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const hits = search(log, [], 1_000_000, controller.signal);
    await hits.next();
    controller.abort();
    expect(await hits.next()).toEqual({ done: true, value: undefined });
  });

  it('says what is wrong with the file', async () => {
    const gone = search(path.join(folder, 'gone'), [], 1, new AbortController().signal);
    await expect(gone.next()).rejects.toThrow('ENOENT');
  });
});

describe('a file of alerts', () => {
  it.each([
    ['two lines', `${line(1)}\n${line(2)}\n`, true],
    ['one line', `${line(1)}\n`, false],
    ['one alert over many lines', JSON.stringify(JSON.parse(line(1)), null, 2), false],
    ['something else', 'one\ntwo\n', false],
    ['nothing', '', false],
  ])('%s: %s', async (_, text, expected) => {
    const file = path.join(folder, 'some.json');
    await writeFile(file, text);
    expect(await isAlertLog(file)).toBe(expected);
  });
});
