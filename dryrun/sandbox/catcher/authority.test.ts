import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { makeAuthority } from './authority';

const made = makeAuthority();
const own = new X509Certificate(made.certificate);

describe('the authority', () => {
  it('vouches for itself, and may vouch for others', () => {
    expect(own.ca).toBe(true);
    expect(own.verify(own.publicKey)).toBe(true);
    expect(own.subject).toBe('CN=wazuh-ar dry run');
  });

  it.each([
    ['api.example.com', 'DNS:api.example.com'],
    ['203.0.113.7', 'IP Address:203.0.113.7'],
    ['2001:db8::5', 'IP Address:2001:DB8:0:0:0:0:0:5'],
    ['::ffff', 'IP Address:0:0:0:0:0:0:0:FFFF'],
  ])('vouches for %s', (host, alternative) => {
    const issued = new X509Certificate(made.issue(host).cert);
    expect(issued.checkIssued(own)).toBe(true);
    expect(issued.verify(own.publicKey)).toBe(true);
    expect(issued.subjectAltName).toBe(alternative);
  });

  it('is taken by a client that knows it, and by no other', async () => {
    const server = createServer(made.issue('localhost')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const call = (ca: string) => connect({ host: '127.0.0.1', port, servername: 'localhost', ca });
    const knows = call(made.certificate);
    await once(knows, 'secureConnect');
    expect(knows.authorized).toBe(true);
    knows.destroy();
    const [problem] = await once(call(makeAuthority().certificate), 'error');
    expect(problem).toMatchObject({ code: expect.stringMatching(/SIGNATURE|VERIFY|SELF_SIGNED/) });
    server.close();
  });

  const openssl = spawnSync('openssl', ['version']).status === 0;
  it.runIf(openssl)('lies where OpenSSL looks for it', () => {
    const { stdout } = spawnSync('openssl', ['x509', '-noout', '-hash'], { input: made.certificate });
    expect(`${stdout.toString().trim()}.0`).toBe(made.fileName);
  });
});
