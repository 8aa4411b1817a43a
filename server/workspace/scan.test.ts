import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../testing/memory-files';
import type { Files } from './files';
import { bounds, scan } from './scan';

const root = 'file:///workspace';

/** What is found in a workspace of these files, as paths below it. */
async function found(names: readonly string[], ruleFolders: readonly string[] = ['rules', 'etc/rules']) {
  const files = memoryFiles(Object.fromEntries(names.map((name) => [`${root}/${name}`, ''])));
  const { ruleFiles, configurationFiles, scripts, cutShort } = await scan(files, [root], ruleFolders);
  const below = (uri: string) => uri.replace(`${root}/`, '');
  expect(cutShort).toBe(false);
  return {
    rules: ruleFiles.map(below),
    configurations: configurationFiles.map(below),
    atHome: scripts.filter(({ atHome }) => atHome).map(({ uri }) => below(uri)),
    elsewhere: scripts.filter(({ atHome }) => !atHome).map(({ uri }) => below(uri)),
  };
}

describe('scan', () => {
  it('finds rule files by their folder and by their name', async () => {
    const { rules } = await found([
      'rules/a.xml',
      'rules/deep/b.xml',
      'etc/rules/c.xml',
      'my/own_rules.xml',
      'my/local_rules.xml',
      'my/d.xml',
      'other/rules/e.xml',
      'rules/readme.md',
    ]);
    expect(rules.sort()).toEqual(
      ['etc/rules/c.xml', 'my/local_rules.xml', 'my/own_rules.xml', 'rules/a.xml', 'rules/deep/b.xml'].sort(),
    );
  });

  it('takes other folders of rules, in the workspace or not', async () => {
    expect((await found(['custom/x.xml', 'rules/a.xml'], ['custom/'])).rules).toEqual(['custom/x.xml']);
    const files = memoryFiles({ 'file:///var/ossec/etc/rules/x.xml': '', [`${root}/a.txt`]: '' });
    const { ruleFiles } = await scan(files, [root], ['file:///var/ossec/etc/rules']);
    expect(ruleFiles).toEqual(['file:///var/ossec/etc/rules/x.xml']);
  });

  it('finds configurations by their name', async () => {
    const { configurations } = await found([
      'ossec.conf',
      'groups/web/agent.conf',
      'ossec-agent.conf',
      'web_ossec.conf',
      'wazuh_manager.conf',
      'nginx.conf',
    ]);
    expect(configurations).toHaveLength(5);
  });

  it('tells scripts at home from others', async () => {
    const { atHome, elsewhere } = await found([
      'active-response/bin/a.py',
      'active-response/b.sh',
      'scripts/c.ps1',
      'bin/d',
      'src/e.py',
      'src/f',
      'src/g.txt',
    ]);
    expect(atHome.sort()).toEqual([
      'active-response/b.sh',
      'active-response/bin/a.py',
      'bin/d',
      'scripts/c.ps1',
    ]);
    expect(elsewhere.sort()).toEqual(['src/e.py', 'src/f']);
  });

  it('leaves packages and hidden folders out', async () => {
    const { rules, elsewhere } = await found([
      'node_modules/x/local_rules.xml',
      '.git/hooks/a.sh',
      'venv/bin/b.py',
      'a.txt',
    ]);
    expect([...rules, ...elsewhere]).toEqual([]);
  });

  it('writes addresses as editors do', async () => {
    expect((await found(['bin/a b (1).sh'])).atHome).toEqual(['bin/a%20b%20%281%29.sh']);
  });

  it('stops at its bounds, and says so', async () => {
    const endless: Files = {
      list: async () => [
        { name: 'more', kind: 'folder' },
        { name: 'other', kind: 'folder' },
        ...Array.from({ length: 1000 }, (_, index) => ({ name: `s${index}.sh`, kind: 'file' as const })),
      ],
      state: () => Promise.reject(new Error('not asked for')),
      read: () => Promise.reject(new Error('not asked for')),
    };
    const { scripts, cutShort } = await scan(endless, [root], []);
    expect(cutShort).toBe(true);
    expect(scripts).toHaveLength(bounds.scripts);
  });

  it('takes a folder that has gone for an empty one', async () => {
    const { ruleFiles, cutShort } = await scan(memoryFiles(), [root], ['rules']);
    expect({ ruleFiles, cutShort }).toEqual({ ruleFiles: [], cutShort: false });
  });
});
