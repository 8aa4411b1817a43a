import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { kill } from './start';
import { family, type Waiting, waiting } from './waiting';

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Somebody who takes calls and says nothing: the script listens itself. */
const silence =
  'import socket, urllib.request; l = socket.socket(); l.bind(("127.0.0.1", 0)); l.listen(); url = "http://127.0.0.1:%d/" % l.getsockname()[1]';

const cases: readonly (readonly [waits: Waiting, needs: string, words: readonly string[]])[] = [
  ['for ever', 'python3', ['python3', '-c', `${silence}; urllib.request.urlopen(url)`]],
  ['for a while', 'python3', ['python3', '-c', `${silence}; urllib.request.urlopen(url, timeout=30)`]],
  ['for ever', 'python3', ['python3', '-c', `${silence}; urllib.request.urlopen(url, timeout=300)`]],
  [
    'for a while',
    'python3',
    [
      'python3',
      '-c',
      `import signal; signal.signal(signal.SIGALRM, print); signal.alarm(20); ${silence}; l.accept()`,
    ],
  ],
  ['for ever', 'bash', ['bash', '-c', 'trap "echo over" EXIT; cat | cat']],
  ['for a while', 'bash', ['bash', '-c', 'cat & sleep 30; :']],
  ['for a while', 'bash', ['bash', '-c', 'timeout 20 cat | cat']],
  ['for a while', 'bash', ['bash', '-c', 'read -t 20 line']],
  ['no', 'bash', ['bash', '-c', 'while :; do :; done']],
];

const tried = process.platform === 'linux' ? cases.filter(([, needs]) => has(needs)) : [];

describe('waits', () => {
  it.concurrent.for(tried)('%s: %s %j', async ([waits, _needs, [command = '', ...words]], { expect }) => {
    // Its stdin stays open.
    const child = spawn(command, words, { stdio: ['pipe', 'ignore', 'ignore'] });
    try {
      const found = () => waiting(child.pid ?? 0, 60_000);
      await expect.poll(found, { timeout: 10_000 }).toBe(waits);
      await sleep(300);
      // On a busy machine what it was first seen at may have been its start.
      await expect.poll(found, { timeout: 10_000 }).toBe(waits);
    } finally {
      for (const pid of family(child.pid ?? 0).toReversed()) kill(pid);
    }
  });
});
