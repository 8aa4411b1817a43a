import { describe, expect, it } from 'vitest';
import type { Effect } from '../../dryrun';
import { did } from './did';

describe('what a start did', () => {
  it.each<readonly [string, readonly Omit<Effect, 'step'>[]]>([
    ['changes nothing', []],
    ['creates /f', [{ kind: 'created', what: '/f' }]],
    ['changes /f', [{ kind: 'changed', what: '/f' }]],
    ['deletes /f', [{ kind: 'deleted', what: '/f' }]],
    ['puts in -j DROP', [{ kind: 'firewall', what: '-j DROP', change: 'added' }]],
    ['takes out -j DROP', [{ kind: 'firewall', what: '-j DROP', change: 'removed' }]],
    ['eve: locked', [{ kind: 'account', what: 'eve: locked', change: 'added' }]],
    ['takes back eve: locked', [{ kind: 'account', what: 'eve: locked', change: 'removed' }]],
    ['leaves running sleep 9', [{ kind: 'process', what: 'sleep 9', change: 'added' }]],
    ['ends sleep 9', [{ kind: 'process', what: 'sleep 9', change: 'removed' }]],
    ['tries to reach tcp 203.0.113.9:4711', [{ kind: 'network', what: 'tcp 203.0.113.9:4711' }]],
    [
      'would hand over: POST https://example.com: x',
      [{ kind: 'network', what: 'POST https://example.com: x' }],
    ],
    ['runs curl x', [{ kind: 'command', what: 'curl x' }]],
    [
      'puts in -j DROP, and 2 more',
      [
        { kind: 'command', what: 'iptables -I INPUT' },
        { kind: 'created', what: '/f' },
        { kind: 'firewall', what: '-j DROP', change: 'added' },
      ],
    ],
  ])('%s', (words, effects) => {
    expect(did(effects.map((effect) => ({ ...effect, step: 'add' }) as const))).toBe(words);
  });
});
