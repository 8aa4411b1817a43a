import { describe, expect, it } from 'vitest';
import { expectedBySetting } from './expect-setting';

describe('what the setting expects of a script', () => {
  it.each<[unknown, string | undefined]>([
    [{ 'a.sh': 'blocks the address', 'b.sh': 'only logs' }, 'blocks the address'],
    [{ 'a.sh': 'locks-the-account' }, 'locks the account'],
    [{ 'b.sh': 'only logs' }, undefined],
    [{}, undefined],
    [null, undefined],
    ['blocks the address', undefined],
  ])('%j', (setting, expected) => {
    expect(expectedBySetting(setting, 'a.sh')).toBe(expected);
  });

  it('is not guessed', () => {
    for (const words of ['bans', '', 7]) {
      expect(() => expectedBySetting({ 'a.sh': words }, 'a.sh')).toThrow(
        `The setting wazuh.dryRun.expect says "${words}" of a.sh. It is one of: blocks the address, `,
      );
    }
  });
});
