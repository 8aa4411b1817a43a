import { expect, it } from 'vitest';
import { field } from './alert';
import { stockCatalog } from './catalog/for-tests';
import { home } from './home';
import { features } from './versions';

it('5.0 says for every executable of 4.14 what became of it', () => {
  const kept = ['disable-account'];
  const gone = Object.keys(features('5.0').goneExecutables);
  const shipped = stockCatalog.shippedExecutables.map((file) => file.name);
  expect([...gone, ...kept].toSorted()).toEqual(shipped.toSorted());
});

it.each([
  ['4.14', { command: 'add', parameters: { alert: { data: { srcip: '203.0.113.7' } } } }],
  ['5.0', { command: 'enable', wazuh: {}, source: { ip: '203.0.113.7' } }],
] as const)('a %s message holds its target where the table says', (version, message) => {
  const { targets, verbs } = features(version);
  expect(targets.address.map((path) => field(message, path)).find(Boolean)).toBe('203.0.113.7');
  expect(message.command).toBe(verbs.add);
});

it.each(['linux', 'macos', 'windows'] as const)('the folders of %s lie under its home', (system) => {
  const { home: folder, scripts, log, configuration } = home(system);
  for (const path of [scripts, log, configuration]) expect(path.startsWith(folder)).toBe(true);
  expect(scripts).toMatch(/active-response[/\\]bin$/);
});
