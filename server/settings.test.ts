import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsFrom } from './settings';
import { SettingsStore } from './settings-store';

describe('settings', () => {
  it.each([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ['no object', 'x', {}],
    ['a version', { version: '5.0' }, { version: '5.0' }],
    ['an unknown version', { version: '3.0' }, {}],
    ['a role', { role: 'agent.conf' }, { role: 'agent.conf' }],
    ['an unknown role', { role: 7 }, {}],
    ['a shape', { shape: 'fragment' }, { shape: 'fragment' }],
    ['an unknown shape', { shape: 'round' }, {}],
    ['rule folders', { ruleFolders: ['a', 5, 'b'] }, { ruleFolders: ['a', 'b'] }],
    ['no list of rule folders', { ruleFolders: 'a' }, {}],
    ['codes', { diagnostics: { disabled: ['x'] } }, { disabledChecks: ['x'] }],
    ['no advice on portable XML', { portableXml: false }, { portableXml: false }],
  ])('%s', (_, value, expected) => {
    expect(settingsFrom(value)).toEqual({ ...defaultSettings, ...expected });
  });

  it('are asked for once for each file, until they may have changed', async () => {
    const asked: (string | undefined)[] = [];
    const store = new SettingsStore(async (scope) => {
      asked.push(scope);
      return { role: 'agent' };
    });
    expect(
      (await Promise.all([store.of('a'), store.of('a'), store.of('b')])).map(({ role }) => role),
    ).toEqual(Array(3).fill('agent'));
    expect(asked).toEqual(['a', 'b']);
    store.close('b');
    await Promise.all([store.of('a'), store.of('b')]);
    expect(asked).toEqual(['a', 'b', 'b']);
    store.forget(() => Promise.reject(new Error('gone')));
    expect(await store.of('a')).toEqual(defaultSettings);
  });
});
