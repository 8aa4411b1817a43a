import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { readAsClusterd } from '../../wazuh/second-reader';
import { type Vector, vectors } from './vectors';

/** Whether wazuh-clusterd looked at it: it reads only a manager's file, and was not run for every case. */
function isRead({ role, daemonsRun }: Vector): boolean {
  return role === 'manager' && (daemonsRun?.includes('wazuh-clusterd') ?? true);
}

describe.each(['cases', 'config'] as const)('the second reader, over the %s', (set) => {
  const rows = vectors(set).filter(isRead);

  it('refuses what wazuh-clusterd refuses, and nothing else', () => {
    const refused = rows.filter(({ text }) => readAsClusterd(read(text)).length > 0);
    const expected = rows.filter(({ refusedBy }) => refusedBy.includes('wazuh-clusterd'));
    expect(refused.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(expected.length).toBeGreaterThan(30);
  });

  it('gives clusterd’s own words for a bad cluster section', () => {
    for (const { id, text, messages } of rows) {
      const said = messages.find(([daemon]) => daemon === 'wazuh-clusterd')?.[2];
      const [fault] = readAsClusterd(read(text));
      if (fault?.kind === 'cluster' && said) expect(said, id).toContain(fault.message);
    }
  });
});
