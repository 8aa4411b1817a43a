import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { everybody, file, folderIn, said } from './machine';

const SECRET = `secret${process.pid}`;

/** Where people keep what is theirs, or what runs on a host keeps what is others'. */
const theirs = [
  '/srv',
  '/opt',
  '/var/lib',
  '/var/log',
  '/var/tmp',
  '/var/www',
  '/home',
  '/root',
  '/mnt',
  '/media',
  '/etc',
]
  .concat(
    '/etc/default',
    '/usr/local/etc',
    '/usr/local/src',
    '/usr/src',
    '/usr/local',
    '/usr',
    '/tmp',
    '/run',
    '/boot',
    '/',
  )
  .flatMap((parent) => folderIn(parent) ?? []);
for (const folder of theirs) {
  file(path.join(folder, 'open'), SECRET);
  file(path.join(folder, 'of-a-group'), SECRET, 0o640);
}

const programs = folderIn('/usr/local/share');
if (programs !== undefined) {
  file(path.join(programs, 'open'), SECRET);
  file(path.join(programs, 'of-a-group'), SECRET, 0o640);
  mkdirSync(path.join(programs, 'home/rules'), { recursive: true });
  file(path.join(programs, 'home/rules/one.yar'), SECRET);
}

const look = (folders: readonly string[]) =>
  `for f in ${folders.join(' ')}; do cat "$f/open" "$f/of-a-group" 2> /dev/null && echo " in $f"; done`;

describe.each(everybody)('in the sandbox of $name', (somebody) => {
  it('nothing of the machine’s own is seen', async () => {
    expect(theirs.length).toBeGreaterThan(0);
    expect(await said(somebody, { text: look(theirs) })).toEqual([]);
  });

  it('what runs a response is there', async () => {
    const text = [
      'for command in bash awk sed grep python3 perl; do',
      '  case $(command -v $command) in /*) ;; *) echo no $command ;; esac',
      'done',
      'awk "BEGIN { print 1 }"; echo x | sed s/x/2/; [[ -s /etc/ld.so.cache && -s /etc/passwd && -d /var/log ]] && echo 3',
      'ls -d /etc/cron.d /etc/ssh /var/spool/cron /var/lib /opt /srv /usr/local/bin | wc -l',
      'echo x > /opt/x && echo x > /etc/x && echo x > /var/log/x && echo x > /usr/local/bin/x && echo written',
    ].join('\n');
    expect(await said(somebody, { text })).toEqual(['1', '2', '3', '7', 'written']);
  });

  it('what only a group may read of the programs is not seen', async () => {
    if (programs === undefined) return expect(theirs.length).toBeGreaterThan(0);
    const lines = await said(somebody, { text: `cat ${programs}/open; cat ${programs}/of-a-group` });
    expect(lines).toEqual([SECRET]);
  });

  it('a home and a workspace among the programs are not seen', async () => {
    if (programs === undefined) return expect(theirs.length).toBeGreaterThan(0);
    const text = `ls -A ${programs} ${programs}/home /usr/local 2> /dev/null; mkdir -p ${programs}/home && echo made`;
    const own = await said(somebody, { text, workspace: programs });
    expect(own).not.toContain('open');
    expect(own).toContain('made');
    const home = await said(somebody, { text }, { env: { HOME: `${programs}/home` } });
    expect(home).toContain('open');
    expect(home).not.toContain('rules');
    expect(await said(somebody, { text: 'ls -A /usr/local', workspace: '/usr/local' })).toEqual([]);
  });

  it('what is named is seen, and can be changed in there alone', async () => {
    const [folder = ''] = theirs;
    const text = `cat ${folder}/open; echo changed > ${folder}/new && cat ${folder}/new; ls -A ${theirs[1]}`;
    expect(await said(somebody, { text, show: [folder] })).toEqual([`${SECRET}changed`]);
    expect(await said(somebody, { text: `ls ${folder}` })).toEqual([]);
    if (programs === undefined) return;
    const rules = `${programs}/home/rules`;
    const inHome = { env: { HOME: `${programs}/home` } };
    const lines = await said(somebody, { text: `ls ${programs}/home ${rules}`, show: [rules] }, inHome);
    expect(lines).toEqual([`${programs}/home:`, 'rules', `${rules}:`, 'one.yar']);
  });
});
