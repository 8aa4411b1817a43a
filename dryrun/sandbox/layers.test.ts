import { describe, expect, it } from 'vitest';
import { layersOf, place, seenPath } from './layers';

const layers = layersOf(['/usr', '/root', '/odd name,1:2', '/usr/lib/parts'], ['/usr/local/home']);

describe('layers', () => {
  it('show of the machine what is named, and nothing else', () => {
    expect(layers.filter(({ machine }) => machine).map(({ at }) => at)).toEqual([
      '/odd name,1:2',
      '/root',
      '/usr',
      '/usr/lib/parts',
    ]);
  });

  it('have names of their own, that an overlay takes', () => {
    const names = layers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\w+$/);
  });

  const places: readonly (readonly [seen: string, layer: string, rest: string])[] = [
    ['/etc/hosts', '/', 'etc/hosts'],
    ['/var/ossec/logs/x', '/var/ossec', 'logs/x'],
    ['/var/ossec', '/var/ossec', ''],
    ['/var/ossec2/x', '/', 'var/ossec2/x'],
    ['/root/x', '/root', 'x'],
    ['/ipblock', '/', 'ipblock'],
    ['/usr/bin/x', '/usr', 'bin/x'],
    ['/usr/lib/parts/x', '/usr/lib/parts', 'x'],
    ['/usr/local/home/x', '/usr/local/home', 'x'],
    ['/odd name,1:2/x', '/odd name,1:2', 'x'],
  ];
  for (const [seen, at, inIt] of places) {
    it(`keep ${seen} in the layer of ${at}, and find it again`, () => {
      const { layer, rest } = place(layers, seen);
      expect([layer.at, rest]).toEqual([at, inIt]);
      expect(seenPath(layers, [layer.name, rest].filter(Boolean).join('/'))).toBe(seen);
    });
  }
});
