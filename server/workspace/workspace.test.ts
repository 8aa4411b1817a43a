import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../testing/memory-files';
import type { Files } from './files';
import { WorkspaceReader } from './workspace';

const root = 'file:///workspace';
const rules = (id: number) =>
  `<group name="local,">\n  <rule id="${id}" level="10">\n    <description>Door opened</description>\n  </rule>\n</group>\n`;
const configuration = (name: string) =>
  `<ossec_config>\n  <command>\n    <name>${name}</name>\n    <executable>x.py</executable>\n  </command>\n</ossec_config>\n`;

/** Files that count how often each is read. */
function counted(files: Files): { files: Files; reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    files: {
      ...files,
      read(uri) {
        reads.push(uri.slice(root.length + 1));
        return files.read(uri);
      },
    },
  };
}

describe('workspace reader', () => {
  it('reads rules, commands and scripts', async () => {
    const files = memoryFiles({
      [`${root}/rules/local_rules.xml`]: rules(100_100),
      [`${root}/etc/ossec.conf`]: configuration('mine'),
    });
    files.write(`${root}/bin/run`, '', true);
    files.write(`${root}/bin/readme`, '', false);
    files.write(`${root}/bin/x.py`, '', false);
    files.write(`${root}/src/y.py`, '', true);
    const state = await new WorkspaceReader(files).read([root], ['rules']);
    expect(state.rules).toMatchObject([
      { id: 100_100, file: 'local_rules.xml', source: { uri: `${root}/rules/local_rules.xml`, line: 1 } },
    ]);
    expect(state.commands).toMatchObject([
      {
        name: 'mine',
        executable: 'x.py',
        location: { uri: `${root}/etc/ossec.conf`, range: { start: { line: 2 } } },
      },
    ]);
    const runnable = state.scripts.filter((script) => script.runnable).map(({ name }) => name);
    expect(runnable.sort()).toEqual(['run', 'x.py']);
    expect(state.scripts.find(({ name }) => name === 'x.py')?.executable).toBe(false);
    expect(state.remarks).toEqual([]);
  });

  it('parses again only what has changed', async () => {
    const memory = memoryFiles({
      [`${root}/rules/a.xml`]: rules(1),
      [`${root}/rules/b.xml`]: rules(2),
    });
    const { files, reads } = counted(memory);
    const reader = new WorkspaceReader(files);
    await reader.read([root], ['rules']);
    expect(reads.sort()).toEqual(['rules/a.xml', 'rules/b.xml']);
    memory.write(`${root}/rules/b.xml`, rules(3));
    const state = await reader.read([root], ['rules']);
    expect(reads.slice(2)).toEqual(['rules/b.xml']);
    expect(state.rules.map(({ id }) => id)).toEqual([1, 3]);
    memory.remove(`${root}/rules/a.xml`);
    expect((await reader.read([root], ['rules'])).rules.map(({ id }) => id)).toEqual([3]);
  });

  it('remarks on what it cannot read, and goes on', async () => {
    const memory = memoryFiles({
      [`${root}/rules/a.xml`]: rules(1),
      [`${root}/rules/b.xml`]: rules(2),
      [`${root}/rules/c.xml`]: ' '.repeat(8_000_001),
    });
    const files: Files = {
      ...memory,
      read: (uri) => (uri.endsWith('a.xml') ? Promise.reject(new Error('no access')) : memory.read(uri)),
    };
    const state = await new WorkspaceReader(files).read([root], ['rules']);
    expect(state.rules.map(({ id }) => id)).toEqual([2]);
    expect(state.remarks.toSorted()).toEqual([
      expect.stringContaining('a.xml: Error: no access'),
      expect.stringContaining('c.xml: larger than'),
    ]);
  });
});
