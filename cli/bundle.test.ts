import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bundled } from './testing/bundle';

const root = path.resolve(import.meta.dirname, '..');
const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = await bundled(folder);

function wazuhAr(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const manager =
  '<ossec_config>\n  <remote>\n    <connection>secure</connection>\n  </remote>\n</ossec_config>\n';

describe('the bundled wazuh-ar', () => {
  it('knows its version', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect(wazuhAr('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('has its catalog beside it', () => {
    expect(wazuhAr('rule', '5710')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^5710 /) });
  });

  it('checks, and says so by its status', async () => {
    await writeFile(path.join(folder, 'ossec.conf'), '<ossec_config>\n');
    expect(wazuhAr('check', 'ossec.conf')).toMatchObject({ status: 1, stderr: '' });
    expect(wazuhAr('check', 'gone.conf')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'wazuh-ar: check: gone.conf cannot be read: no such file or directory.\n',
    });
  });

  it('says so where its folder is gone, or nobody can take what it says', () => {
    const sh = (line: string) =>
      spawnSync('sh', ['-c', line, process.execPath, cli], { cwd: folder, encoding: 'utf8' });
    expect(sh('mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" check x')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^wazuh-ar: the folder that you are in is gone.*\n$/),
    });
    expect(sh('exec "$0" "$1" --help > /dev/full')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^wazuh-ar: what it has to say cannot be written: .*\n$/),
    });
  });

  it('writes a script and binds it', async () => {
    await writeFile(path.join(folder, 'manager.conf'), manager, { mode: 0o640 });
    const made = wazuhAr('new', 'block-ip', '--rules-id', '5712', '--config', 'manager.conf');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect((await stat(path.join(folder, 'block-ip.py'))).mode & 0o777).toBe(0o755);
    expect((await stat(path.join(folder, 'manager.conf'))).mode & 0o777).toBe(0o640);
    expect(JSON.parse(wazuhAr('check', '--format', 'json', 'manager.conf').stdout).files[0].accepted).toBe(
      true,
    );
    expect(wazuhAr('new', 'block-ip', '--rules-id', '5712')).toMatchObject({ status: 2, stdout: '' });
  });

  it('finds what is wrong with the script that guides show', { timeout: 60_000 }, () => {
    const script = path.join(root, 'dryrun/fixtures/custom-ar.py');
    const argv = ['dry-run', script, '--rule', '5710', '--timeout', '60', '--format', 'json'];
    const { status, stdout, stderr } = wazuhAr(...argv);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const { findings } = JSON.parse(stdout);
    expect(findings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['reads-to-eof', 'acts-before-continue', 'weak-key', 'wrong-field']),
    );
    for (const { evidence } of findings) expect(evidence).toMatch(/\w/);
  });

  it('stops a dry run at Ctrl-C', { timeout: 60_000 }, async () => {
    const script = path.join(folder, 'sleepy.sh');
    // A number that no other process sleeps for.
    await writeFile(script, '#!/bin/sh\nread -r line\necho ready >&2\nsleep 86397\n', { mode: 0o755 });
    const child = spawn(process.execPath, [cli, 'dry-run', script], { stdio: ['ignore', 'ignore', 'pipe'] });
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const sleepers = () => spawnSync('pgrep', ['-fx', 'sleep 86397'], { encoding: 'utf8' }).stdout;
    await expect.poll(sleepers, { timeout: 20_000 }).not.toBe('');
    child.kill('SIGINT');
    const said: Buffer[] = [];
    for await (const part of child.stderr) said.push(part);
    expect(await gone).toBe(2);
    expect(Buffer.concat(said).toString()).toBe(
      'wazuh-ar: dry-run: stopped. No process of the script is left.\n',
    );
    expect(sleepers()).toBe('');
  });

  it('does not mind a reader that leaves', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" rule $(seq 5700 5770) | head -n 1`],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).not.toContain('EPIPE');
  });

  it('serves the language server', async () => {
    const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest<{ capabilities: { hoverProvider: unknown } }>(
      'initialize',
      {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      },
    );
    expect(capabilities.hoverProvider).toBeTruthy();
    const gone = new Promise((resolve) => server.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await gone).toBe(0);
    connection.dispose();
  });
});
