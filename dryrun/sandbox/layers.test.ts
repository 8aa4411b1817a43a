import { describe, expect, it } from 'vitest';
import { layersOf, place, seenPath } from './layers';

const layers = layersOf(['etc', 'usr', 'var', 'work', 'home']);

describe('layers', () => {
  it('show what a response needs of the machine, and nothing else', () => {
    expect(layers.filter(({ machine }) => machine).map(({ at }) => at)).toEqual(['/etc', '/usr', '/var']);
  });

  const places: readonly (readonly [seen: string, stored: string])[] = [
    ['/etc/hosts', 'etc/hosts'],
    ['/var/log/x', 'var/log/x'],
    ['/var/ossec/logs/x', 'ossec/logs/x'],
    ['/var/ossec', 'ossec'],
    ['/var/ossec2/x', 'var/ossec2/x'],
    ['/home/alice/x', 'root/home/alice/x'],
    ['/ipblock', 'root/ipblock'],
  ];
  for (const [seen, stored] of places) {
    it(`keep ${seen} in ${stored}, and find it again`, () => {
      const { layer, rest } = place(layers, seen);
      expect([layer.name, rest].filter(Boolean).join('/')).toBe(stored);
      expect(seenPath(layers, stored)).toBe(seen);
    });
  }
});
