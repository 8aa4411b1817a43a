import { expect, it } from 'vitest';
import type { Probe } from '../../dryrun';
import { paint } from '../paint';
import { proofLines } from './proof';

const plain = paint({ isTerminal: false, write: () => undefined });

const moments: readonly Probe['when'][] = ['before add', 'after add', 'after delete'];

it.each<
  readonly [reached: readonly boolean[], timeout: number, words: readonly string[], more: RegExp | undefined]
>([
  [[true, false, true], 60, ['reached', 'blocked', 'reached'], undefined],
  [[true, true, true], 60, ['reached', 'reached', 'reached'], undefined],
  [[true, false], 0, ['reached', 'blocked'], /stays blocked until somebody/],
])('%j, timeout %d', (reached, timeout, words, more) => {
  const probes = reached.map((each, index) => ({
    when: moments[index] ?? 'before add',
    port: 22,
    reached: each,
  }));
  const lines = proofLines({ kind: 'tried', address: '203.0.113.7', probes }, timeout, plain);
  expect(lines.slice(0, words.length).map((line) => /reached|blocked/.exec(line)?.[0])).toEqual(words);
  if (more) expect(lines.at(-1)).toMatch(more);
  else expect(lines).toHaveLength(words.length);
});

it('says why nothing was tried', () => {
  expect(proofLines({ kind: 'none', reason: 'The alert names no address.' }, 60, plain)).toEqual([
    'Not tried. The alert names no address.',
  ]);
});
