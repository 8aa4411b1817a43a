import { describe, expect, it } from 'vitest';
import { templates } from '../../scaffold';
import { configuration, fate } from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import { call } from '../testing/memory-io';

const config =
  '<ossec_config>\n  <remote>\n    <connection>secure</connection>\n  </remote>\n</ossec_config>\n';
const usual = ['new', 'block-ip', '--rules-id', '5712', '--timeout', '600'];

describe('new', () => {
  it.each(
    templates().flatMap(({ id, languages, exampleRule }) =>
      languages.map((language) => [id, language, String(exampleRule)] as const),
    ),
  )('%s in %s writes a script, and says what is left to do', async (id, language, rule) => {
    const { status, stdout, stderr, files, modes } = await call([
      'new',
      id,
      '--language',
      language,
      '--rules-id',
      rule,
      '--name',
      'my-own',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const file = `/site/my-own.${language === 'python' ? 'py' : 'sh'}`;
    expect(Object.keys(files)).toEqual([file]);
    expect(modes).toEqual({ [file]: 0o755 });
    expect(stdout).toContain(`<executable>${file.slice(6)}</executable>`);
    expect(stdout).toContain(`<rules_id>${rule}</rules_id>`);
    expect(stdout).toContain('sudo install -o root -g wazuh -m 750');
    expect(stdout).toContain(`wazuh-ar dry-run ${file.slice(6)} --rule ${rule}`);
  });

  it('puts the blocks into the configuration', async () => {
    const outcome = await call([...usual, '--config', 'etc/ossec.conf', '--dir', 'bin'], {
      files: { 'etc/ossec.conf': config, 'bin/x': '' },
    });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toContain('Inserted both blocks into etc/ossec.conf.');
    expect(Object.keys(outcome.files)).toContain('/site/bin/block-ip.py');
    const after = configuration(read(outcome.files['/site/etc/ossec.conf'] ?? ''), 'manager');
    expect(after.responses.map((one) => fate(after, one))).toMatchObject([{ kind: 'bound', timeout: 600 }]);
  });

  it('leaves every other byte of the configuration as it is', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<!-- '),
      Buffer.from([0xff, 0xe9, 0xc3, 0xa9]),
      Buffer.from(` -->\n${config}`),
    ]);
    const { files } = await call([...usual, '--config', 'a.conf', '--rules-group', 'ünï,'], {
      files: { 'a.conf': bytes },
    });
    const after = files['/site/a.conf'] ?? '';
    expect(after.startsWith(bytes.toString('latin1').slice(0, 60))).toBe(true);
    expect(Buffer.from(after, 'latin1').toString('utf8')).toContain('<rules_group>ünï,</rules_group>');
  });

  it.each<[string, string | undefined]>([
    ['disable-account', 'disable-user.py'],
    ['stateful', undefined],
  ])('names %s by itself, if it can', async (id, file) => {
    const { status, files, stderr } = await call(['new', id, '--level', '10']);
    expect(Object.keys(files)).toEqual(file ? [`/site/${file}`] : []);
    expect(status).toBe(file ? 0 : 2);
    expect(stderr).toBe(file ? '' : 'wazuh-ar: new: Give the response a name, such as block-ip.\n');
  });

  it('warns of a rule whose alerts do not carry what the script acts on', async () => {
    const { status, stderr } = await call(['new', 'disable-account', '--rules-id', '5763,5712']);
    expect(status).toBe(0);
    expect(stderr).toBe(
      'wazuh-ar: new: an alert of rule 5712 starts the script in vain. The alert has no data.dstuser, and nothing else that the script reads to act on.\n',
    );
  });

  it('binds a rule of its own choice where nothing is said, and says so', async () => {
    const { status, stdout, stderr } = await call(['new', 'block-ip']);
    expect(status).toBe(0);
    expect(stderr).toBe('wazuh-ar: new: bound to rule 5712, as nothing else was said: see --rules-id.\n');
    expect(stdout).toContain('<rules_id>5712</rules_id>');
  });

  it.each<[string, string[], string]>([
    [
      'all at once',
      ['--level', '10', '--rules-group', 'sshd,', '--agent-id', '007'],
      '<agent_id>007</agent_id>\n  <level>10</level>\n  <rules_group>sshd,</rules_group>',
    ],
    ['on the manager', ['--location', 'server'], '<location>server</location>'],
    ['two rules', ['--rules-id', '5712,5763', '--rules-id', '5720'], '<rules_id>5712,5763,5720</rules_id>'],
  ])('binds as it is told: %s', async (_, more, words) => {
    expect((await call(['new', 'block-ip', ...more])).stdout).toContain(words);
  });
});

it('says which rules are none of Wazuh’s own', async () => {
  const { status, stderr } = await call(['new', 'block-ip', '--rules-id', '5712,999999']);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'wazuh-ar: new: rule 999999 is none of Wazuh’s own: make sure that your rules have it.\n',
  });
});

describe('nothing is written', () => {
  const taken = config.replace(
    '<remote>',
    '<command><name>block-ip</name><executable>x</executable></command><remote>',
  );
  it.each<[string, string[], Record<string, string>, string]>([
    [
      'over a script',
      usual,
      { 'block-ip.py': 'mine' },
      'block-ip.py is there already, and is not written over: choose another --name or --dir.',
    ],
    [
      'into a folder that is not there',
      [...usual, '--dir', 'nowhere'],
      {},
      'there is no folder nowhere. Make it, then say this again: mkdir -p nowhere',
    ],
    [
      'for a configuration that is not there',
      [...usual, '--config', 'gone.conf'],
      {},
      'gone.conf cannot be read: no such file or directory.',
    ],
    [
      'for a configuration that Wazuh cannot read',
      [...usual, '--config', 'a.conf'],
      { 'a.conf': '<ossec_config>' },
      'a.conf: Wazuh cannot read the file (line ',
    ],
    [
      'for a name that the configuration has',
      [...usual, '--config', 'a.conf'],
      { 'a.conf': taken },
      'a.conf: The file has a command called block-ip already. block-ip-b is free. Say --name block-ip-b.',
    ],
    [
      'under a name of Wazuh',
      [...usual, '--name', 'firewall-drop'],
      {},
      'firewall-drop is a response that Wazuh ships: choose another name.',
    ],
    ['under a path', [...usual, '--name', '../x'], {}, 'A name must not hold a folder'],
    [
      'in a language that has none',
      [...usual, '--language', 'powershell'],
      {},
      '--language powershell is not known. --language is one of: python, bash.',
    ],
    [
      'for an agent without its id',
      [...usual, '--location', 'defined-agent'],
      {},
      'say which agent: --agent-id.',
    ],
    [
      'for an agent elsewhere',
      [...usual, '--location', 'local', '--agent-id', '1'],
      {},
      '--agent-id goes with the location defined-agent.',
    ],
    [
      'with a timeout for what cannot be undone',
      ['new', 'notify', '--timeout', '5'],
      {},
      'This response cannot be undone',
    ],
  ])('%s', async (_, argv, files, words) => {
    const outcome = await call(argv, { files });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr.slice(0, `wazuh-ar: new: ${words}`.length)).toBe(`wazuh-ar: new: ${words}`);
    expect(Object.values(outcome.files)).toEqual(Object.values(files));
  });

  it('where it is not allowed', async () => {
    expect(await call(usual, { readOnly: ['/site/block-ip.py'] })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'wazuh-ar: new: block-ip.py cannot be written: permission denied.\n',
    });
  });
});
