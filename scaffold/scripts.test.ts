import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ScriptLanguage, scaffold, type TemplateId } from './index';

const sandbox = await mkdtemp(path.join(tmpdir(), 'scaffold-'));
afterAll(() => rm(sandbox, { recursive: true, force: true }));

const data = (file: string) => readFileSync(path.join(import.meta.dirname, 'templates', file), 'utf8');

/** A Wazuh home with one script in it, and tools that keep their state in a file of it. */
async function home(template: TemplateId, language: ScriptLanguage) {
  const folder = await mkdtemp(path.join(sandbox, 'home-'));
  const { script } = scaffold(
    { template, language, name: template, where: { location: 'local' }, when: { level: 5 } },
    data,
  );
  for (const below of ['active-response/bin', 'logs', 'tools'])
    await mkdir(path.join(folder, below), { recursive: true });
  const program = path.join(folder, 'active-response/bin', script.name);
  await writeFile(program, script.text, { mode: script.mode });
  for (const tool of ['iptables', 'ip6tables']) {
    await writeFile(path.join(folder, 'tools', tool), filter(path.join(folder, 'rules')), { mode: 0o755 });
  }
  return { folder, program: `active-response/bin/${script.name}` };
}

/** Enough of iptables for a response: -I adds a line, -C looks for it, -D takes it out. */
function filter(state: string): string {
  return [
    '#!/bin/sh',
    '[ "$1" = -w ] || exit 2',
    'action=$2; shift 2',
    'rule="$(basename "$0") $*"',
    `touch '${state}'`,
    'case $action in',
    `  -C) grep -Fxq -e "$rule" '${state}' ;;`,
    `  -I) echo "$rule" >>'${state}' ;;`,
    `  -D) grep -Fxv -e "$rule" '${state}' >'${state}.new'; mv '${state}.new' '${state}' ;;`,
    'esac',
    '',
  ].join('\n');
}

/** What execd got and gave in one run. */
interface Talk {
  readonly keys: readonly string[] | undefined;
  readonly exit: number | null;
  /** Lines added to the log, without the time, the name, and the line that repeats the message. */
  readonly log: readonly string[];
}

type Home = Awaited<ReturnType<typeof home>>;

/** Starts a script as execd does, sends a line, and answers its keys. */
async function talk(
  { folder, program }: Home,
  command: string,
  alert: unknown,
  answer = 'continue',
): Promise<Talk> {
  const message = (verb: string) =>
    `${JSON.stringify({ version: 1, origin: { name: 'node01', module: 'wazuh-execd' }, command: verb, parameters: { extra_args: [], alert, program } })}\n`;
  const line = typeof alert === 'string' ? `${alert}\n` : message(command);
  const child = spawn(path.join(folder, program), [], {
    cwd: folder,
    argv0: program,
    env: { PATH: `${folder}/tools:/usr/sbin:/usr/bin:/sbin:/bin` },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A script that does not want more may be gone by then.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said: string[] = [];
  child.stdin.write(line);
  if (command === 'delete') child.stdin.end();
  for await (const words of createInterface(child.stdout)) {
    said.push(words);
    if (said.length === 1) child.stdin.end(message(answer));
  }
  const exit = await ended;
  const log = path.join(folder, 'logs/active-responses.log');
  const lines = existsSync(log) ? (await readFile(log, 'utf8')).trimEnd().split('\n') : [];
  await rm(log, { force: true });
  const form = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (active-response\/bin\/\S+): /;
  for (const one of lines) expect(form.exec(one)?.[1]).toBe(program);
  const [first] = said;
  if (first !== undefined) {
    expect(said).toHaveLength(1);
    expect(JSON.parse(first)).toMatchObject({
      version: 1,
      command: 'check_keys',
      origin: { module: 'active-response' },
    });
  }
  return {
    keys: first === undefined ? undefined : JSON.parse(first).parameters.keys,
    exit,
    log: lines.map((one) => one.replace(form, '')).filter((one) => !one.startsWith('{')),
  };
}

const languages: readonly ScriptLanguage[] = ['python', 'bash'];
const from = (srcip: unknown) => ({ rule: { id: '5712' }, data: { srcip } });

async function rules({ folder }: Home): Promise<readonly string[]> {
  const state = path.join(folder, 'rules');
  return existsSync(state) ? (await readFile(state, 'utf8')).split('\n').filter((line) => line !== '') : [];
}

describe.each(languages)('block-ip in %s', { timeout: 60_000 }, (language) => {
  it.each([
    ['203.0.113.7', 'iptables'],
    ['2001:DB8::7', 'ip6tables'],
    ['::ffff:203.0.113.7', 'iptables'],
  ])('blocks %s and lets it in again', async (address, tool) => {
    const place = await home('block-ip', language);
    const added = await talk(place, 'add', from(address));
    expect(added).toMatchObject({
      exit: 0,
      keys: [expect.stringMatching(/^(?:203\.0\.113\.7|2001:0?db8:.*7)$/)],
    });
    const set = await rules(place);
    expect(set.map((rule) => rule.split(' ').slice(0, 2).join(' '))).toEqual([
      `${tool} INPUT`,
      `${tool} FORWARD`,
    ]);
    expect(set.every((rule) => rule.includes(` -s ${added.keys?.[0]} `) && rule.endsWith('-j DROP'))).toBe(
      true,
    );
    expect(await talk(place, 'add', from(address))).toMatchObject({ exit: 0 });
    expect(await rules(place)).toEqual(set);
    expect(await talk(place, 'delete', from(address))).toMatchObject({ exit: 0, keys: undefined });
    expect(await rules(place)).toEqual([]);
    expect(await talk(place, 'delete', from(address))).toMatchObject({ exit: 0 });
  });

  it('does nothing when it is told to abort, or something else', async () => {
    const place = await home('block-ip', language);
    expect(await talk(place, 'add', from('203.0.113.7'), 'abort')).toMatchObject({
      exit: 0,
      log: ['add: 203.0.113.7 is pending already'],
    });
    expect(await talk(place, 'add', from('203.0.113.7'), 'what')).toMatchObject({ exit: 1 });
    expect(await rules(place)).toEqual([]);
  });

  it.each(['127.9.9.9', '0:0:0:0:0:0:0:1'])('leaves %s alone, before it asks', async (address) => {
    const place = await home('block-ip', language);
    const { keys, exit, log } = await talk(place, 'add', from(address));
    expect({ keys, exit }).toEqual({ keys: undefined, exit: 0 });
    expect(log).toEqual([expect.stringMatching(/^add: \S+ is left alone: \S+ is on the allow-list$/)]);
    expect(await rules(place)).toEqual([]);
  });

  it.each<unknown>(['1.2.3.4\n5.6.7.8', '-F', '$(touch pwned)', null])('refuses %j', async (address) => {
    const place = await home('block-ip', language);
    const { keys, exit, log } = await talk(place, 'add', from(address));
    expect({ keys, exit }).toEqual({ keys: undefined, exit: 1 });
    expect(log).toEqual([expect.stringMatching(/^failed: /)]);
    expect(await rules(place)).toEqual([]);
    expect((await readdir(place.folder)).toSorted()).toEqual(['active-response', 'logs', 'tools']);
  });

  it.each(['[]', '{"command":"add","parameters":{"alert":[]}}'])('survives the message %j', async (line) => {
    const place = await home('block-ip', language);
    expect(await talk(place, 'add', line)).toMatchObject({
      keys: undefined,
      exit: 1,
      log: [expect.stringMatching(/^failed: /)],
    });
  });

  it('refuses a command that it does not know', async () => {
    const place = await home('block-ip', language);
    expect(await talk(place, 'stop', from('203.0.113.7'))).toMatchObject({
      exit: 1,
      log: [expect.stringContaining('unknown command: stop')],
    });
  });

  it('finds the address of a Windows logon', async () => {
    const place = await home('block-ip', language);
    const alert = { data: { win: { eventdata: { ipAddress: '203.0.113.7' } } } };
    expect(await talk(place, 'add', alert)).toMatchObject({ keys: ['203.0.113.7'], exit: 0 });
  });
});

describe.each(languages)('quarantine-file in %s', { timeout: 60_000 }, (language) => {
  const found = (file: string) => ({ rule: { id: '554' }, syscheck: { path: file } });

  it('moves the file, whatever its name', async () => {
    const place = await home('quarantine-file', language);
    const folder = await mkdtemp(path.join(sandbox, 'upload-'));
    const file = path.join(folder, '-n $(x) "y".php');
    await writeFile(file, 'bad');
    const { keys, exit, log } = await talk(place, 'add', found(file));
    expect({ keys, exit }).toEqual({ keys: undefined, exit: 0 });
    expect(log[0]).toContain(createHash('sha256').update('bad').digest('hex'));
    expect(await readdir(folder)).toEqual([]);
    expect(await readdir(path.join(place.folder, 'quarantine'))).toEqual([
      expect.stringMatching(/^\d{8}T\d{6}-\d+--n \$\(x\) "y"\.php$/),
    ]);
  });

  it('does not mind that another start makes its folder at the same moment', async () => {
    const place = await home('quarantine-file', language);
    const first = ['#!/bin/sh', '/bin/mkdir -p "$(dirname "$0")/../quarantine"', 'exec /bin/mkdir "$@"', ''];
    await writeFile(path.join(place.folder, 'tools/mkdir'), first.join('\n'), { mode: 0o755 });
    const file = path.join(await mkdtemp(path.join(sandbox, 'upload-')), 'bad.php');
    await writeFile(file, 'bad');
    expect(await talk(place, 'add', found(file))).toMatchObject({ exit: 0 });
    expect(existsSync(file)).toBe(false);
  });

  it('follows no link, and takes nothing but files', async () => {
    const place = await home('quarantine-file', language);
    const folder = await mkdtemp(path.join(sandbox, 'upload-'));
    await mkdir(path.join(folder, 'real'));
    await writeFile(path.join(folder, 'real/kept'), 'kept');
    await symlink(path.join(folder, 'real'), path.join(folder, 'door'));
    await symlink(path.join(folder, 'real/kept'), path.join(folder, 'window'));
    for (const name of [
      'door/kept',
      'window',
      'real',
      'gone',
      'gone/too',
      'real/../real/kept',
      '/real/kept',
    ]) {
      expect(await talk(place, 'add', found(`${folder}/${name}`))).toMatchObject({
        exit: 1,
        log: [expect.stringMatching(/^failed: /)],
      });
    }
    expect(await readFile(path.join(folder, 'real/kept'), 'utf8')).toBe('kept');
  });

  it.each(['/etc/hostname', '/proc/self/environ'])('leaves %s alone', async (file) => {
    const place = await home('quarantine-file', language);
    expect(await talk(place, 'add', found(file))).toMatchObject({
      exit: 0,
      log: [expect.stringContaining('is left alone')],
    });
  });

  it("leaves Wazuh's own files alone", async () => {
    const place = await home('quarantine-file', language);
    expect(await talk(place, 'add', found(path.join(place.folder, place.program)))).toMatchObject({
      log: [expect.stringContaining('is left alone')],
    });
    expect(existsSync(path.join(place.folder, place.program))).toBe(true);
  });
});

describe.each(languages)('the others in %s', { timeout: 60_000 }, (language) => {
  it('notify logs where there is no web hook', async () => {
    const place = await home('notify', language);
    const alert = {
      id: '1.2',
      rule: { id: '5712', level: 10, description: 'so "it" \\ was\n' },
      agent: { name: 'a' },
    };
    const { keys, exit, log } = await talk(place, 'add', alert);
    expect({ keys, exit }).toEqual({ keys: undefined, exit: 0 });
    expect(log).toEqual([expect.stringMatching(/^add: no web hook .*so "it" \\ was.*5712.*10/)]);
  });

  it('disable-account leaves alone whom it must', async () => {
    const place = await home('disable-account', language);
    const named = (dstuser: string) => talk(place, 'add', { data: { dstuser } });
    expect(await named('root')).toMatchObject({ keys: undefined, exit: 0 });
    expect(await named('daemon')).toMatchObject({ keys: undefined, exit: 0 });
    expect(await named('nobody-of-that-name')).toMatchObject({ keys: undefined, exit: 0 });
    for (const name of ['-r', 'a:b', '../a']) {
      expect(await named(name)).toMatchObject({ keys: undefined, exit: 1 });
    }
  });

  it('the empty stateful one leaves a note, and takes it away', async () => {
    const place = await home('stateful', language);
    const notes = async () =>
      (await readdir(path.join(place.folder, 'active-response'))).filter((name) => name !== 'bin');
    expect(await talk(place, 'delete', from('2001:db8::7'))).toMatchObject({ exit: 1 });
    expect(await talk(place, 'add', from('2001:db8::7'))).toMatchObject({ keys: ['2001:db8::7'], exit: 0 });
    expect(await notes()).toHaveLength(1);
    expect(await talk(place, 'delete', from('2001:db8::7'))).toMatchObject({ exit: 0 });
    expect(await notes()).toEqual([]);
  });

  it('the empty stateless one acts once, and never on delete', async () => {
    const place = await home('stateless', language);
    expect(await talk(place, 'add', from('203.0.113.7'))).toMatchObject({
      keys: undefined,
      exit: 0,
      log: ['add: rule 5712 named 203.0.113.7'],
    });
    expect(await talk(place, 'delete', from('203.0.113.7'))).toMatchObject({ exit: 1 });
  });
});

/** What the script's own `parse` makes of many values, in one process; undefined for what it refuses. */
function parsedBy(language: ScriptLanguage, values: readonly string[]): readonly (string | undefined)[] {
  const [file, program, interpreter] =
    language === 'python'
      ? [
          'python/block-ip.py',
          'for value in sys.argv[1:]:\n  try: print(parse(value))\n  except Exception: print("-")\n',
          'python3',
        ]
      : ['bash/block-ip.sh', 'for value; do parse "$value" && echo || echo -; done\n', 'bash'];
  // `$0` is the script's name for bash; Python has it in argv, too.
  const text = language === 'python' ? `import sys\nRefusal = ValueError\n${data(file)}` : data(file);
  const output = execFileSync(
    interpreter,
    ['-c', `${text}\n${program}`, ...(language === 'bash' ? ['x'] : []), ...values],
    {
      encoding: 'utf8',
    },
  );
  return output
    .trimEnd()
    .split('\n')
    .map((line) => (line.endsWith('-') ? undefined : line));
}

it.each(languages)('%s takes what is an address, in one spelling, and nothing else', (language) => {
  const digit = fc.constantFrom(...'0123456789abcdefF.:: '.split(''));
  const values = [
    ...fc.sample(fc.ipV4(), 10),
    ...fc.sample(fc.ipV6(), 20),
    ...fc.sample(
      fc.array(digit, { minLength: 2, maxLength: 12 }).map((all) => all.join('')),
      20,
    ),
    ...[
      '1.2.3.4.5',
      '256.1.1.1',
      '1::2::3',
      ':1',
      '12345::',
      '1:2:3:4:5:6:7::',
      '::',
      '::1',
      '1::',
      'localhost',
    ],
  ].filter((value) => !(value.includes(':') && value.includes('.')));
  const parsed = parsedBy(language, values);
  expect(parsed).toHaveLength(values.length);
  const full = (address: string) =>
    new URL(`http://${address.includes(':') ? `[${address}]` : address}`).hostname;
  for (const [index, value] of values.entries()) {
    const found = parsed[index];
    const own = value.trim() === value && isIP(value) > 0 ? full(value) : undefined;
    expect([value, found && full(found)]).toEqual([value, own]);
  }
});

it('bash reads the same with python3 as with jq', async () => {
  const place = await home('block-ip', 'bash');
  const tools = path.join(place.folder, 'tools');
  // A PATH that has everything but jq.
  for (const folder of ['/usr/bin', '/bin']) {
    for (const name of existsSync(folder) ? await readdir(folder) : []) {
      if (name !== 'jq')
        await symlink(path.join(folder, name), path.join(tools, name)).catch(() => undefined);
    }
  }
  const script = path.join(place.folder, place.program);
  const text = await readFile(script, 'utf8');
  await writeFile(script, text.replace(/^PATH=.*$/m, `PATH=${tools}`));
  await chmod(script, 0o755);
  expect(await talk(place, 'add', from('203.0.113.7'))).toMatchObject({ keys: ['203.0.113.7'], exit: 0 });
  expect(await talk(place, 'add', from('$(x)'))).toMatchObject({ keys: undefined, exit: 1 });
  expect(await talk(place, 'add', '[]')).toMatchObject({ log: ['failed: the message is not a JSON object'] });
  expect(await rules(place)).toHaveLength(2);
});
