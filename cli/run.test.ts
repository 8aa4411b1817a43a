import { describe, expect, it } from 'vitest';
import { call } from './testing/memory-io';

const names = ['check', 'dry-run', 'new', 'rule', 'lsp'];

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (word) => {
    const { status, stdout, stderr } = await call([word]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it.each(names)('%s has its own', async (name) => {
    const direct = await call([name, '--help']);
    expect(direct).toMatchObject({ status: 0, stderr: '' });
    expect(direct.stdout.startsWith(`wazuh-ar ${name} `)).toBe(true);
    expect((await call(['help', name])).stdout).toBe(direct.stdout);
  });

  it('is shown, as trouble, to who says nothing', async () => {
    const { status, stdout, stderr } = await call([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('wazuh-ar COMMAND');
  });
});

it('the version is printed', async () => {
  expect(await call(['--version'])).toMatchObject({ status: 0, stdout: '1.2.3\n' });
});

it.each<[string[], string]>([
  [
    ['frobnicate'],
    'wazuh-ar: there is no command frobnicate. It is one of: check, dry-run, test, new, rule, lsp.\n',
  ],
  [
    ['tests'],
    'wazuh-ar: there is no command tests. It is one of: check, dry-run, test, new, rule, lsp. Did you mean test?\n',
  ],
  [['check'], 'wazuh-ar: check: name a file or a folder to check.\n'],
  [['check', '--frobnicate', 'x'], 'wazuh-ar: check: --frobnicate is not known.\n'],
  [['test', 'x', '--timout', '9'], 'wazuh-ar: test: --timout is not known. Did you mean --timeout?\n'],
  [
    ['check', '--as', 'boss', 'x'],
    'wazuh-ar: check: --as boss is not known. --as is one of: manager, agent, agent.conf.\n',
  ],
  [
    ['check', '--format', 'xml', 'x'],
    'wazuh-ar: check: --format xml is not known. --format is one of: text, json, sarif, github.\n',
  ],
  [['check', '--wazuh', '3'], 'wazuh-ar: check: --wazuh 3 is not known. --wazuh is one of: 4.14, 5.0.\n'],
  [['check', 'x', '--rules'], "wazuh-ar: check: Option '--rules <value>' argument missing.\n"],
  [
    ['check', '--rules', 'nowhere', 'x'],
    'wazuh-ar: check: nowhere cannot be read: no such file or directory.\n',
  ],
  [['dry-run'], 'wazuh-ar: dry-run: name one script.\n'],
  [
    ['dry-run', 'a', '--timeout', '-5'],
    'wazuh-ar: dry-run: --timeout is a whole number, 0 or more, not -5.\n',
  ],
  [
    ['dry-run', 'a', '--timeout=10m'],
    'wazuh-ar: dry-run: --timeout is a whole number, 0 or more, not 10m.\n',
  ],
  [['dry-run', 'nowhere.py'], 'wazuh-ar: dry-run: nowhere.py cannot be read: no such file or directory.\n'],
  [['test'], 'wazuh-ar: test: name a script.\n'],
  [
    ['test', 'x', '--scenario', 'y'],
    'wazuh-ar: test: --scenario y is not known. --scenario is one of: add, add-delete, ',
  ],
  [['new'], 'wazuh-ar: new: name one template: block-ip, '],
  [['new', 'frobnicate'], 'wazuh-ar: new: name one template: block-ip, '],
  [['rule'], 'wazuh-ar: rule: name a rule by its id.\n'],
  [['rule', '57x'], 'wazuh-ar: rule: a rule id is a whole number, 1 or more, not 57x.\n'],
  [['lsp'], 'wazuh-ar: lsp: say --stdio: the server talks on stdin and stdout.\n'],
])('%j cannot run, and says why in a line', async (argv, words) => {
  const { status, stdout, stderr } = await call(argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.slice(0, words.length)).toBe(words);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

it('the language server is started', async () => {
  expect(await call(['lsp', '--stdio'])).toEqual({
    status: 0,
    stdout: 'serving',
    stderr: '',
    files: {},
    modes: {},
  });
});
