import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import { once } from '../../../wazuh/once';
import { bits, der, identifier, integer, moment, octets, sequence, set, text, yes } from './der';

/** Who vouches for whatever host the script talks to in there. Its key never leaves this process. */
export interface Authority {
  /** Its certificate, which the sandbox trusts. */
  readonly certificate: string;
  /** The name under which OpenSSL looks for it in a folder of certificates, `0123abcd.0`. */
  readonly fileName: string;
  /** A certificate for a host name or an address, and its key. */
  issue(host: string): { readonly cert: string; readonly key: string };
}

const NAME = 'wazuh-ar dry run';

const DAY = 86_400_000;

/** ecdsa-with-SHA256 (RFC 5758). */
const signed = sequence(identifier('1.2.840.10045.4.3.2'));

/** The authority of this process, made when it is first needed. */
export const authority = once(makeAuthority);

/** Makes an authority of its own, with new keys (X.509, RFC 5280). */
export function makeAuthority(): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const host = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const hostKey = host.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const name = distinguished(NAME);
  const ownId = keyId(own.publicKey);
  const certificate = certified(own.privateKey, name, name, own.publicKey, [
    extension('2.5.29.19', sequence(yes), true),
    // To sign certificates, and lists of those that are void.
    extension('2.5.29.15', bits(Buffer.of(0x06), 1), true),
    extension('2.5.29.14', octets(ownId)),
  ]);
  const issued = new Map<string, string>();
  return {
    certificate,
    fileName: `${nameHash(NAME)}.0`,
    issue(asked) {
      const cert =
        issued.get(asked) ??
        certified(own.privateKey, name, distinguished(`${NAME}, host`), host.publicKey, [
          extension('2.5.29.15', bits(Buffer.of(0x80), 7), true),
          // For servers.
          extension('2.5.29.37', sequence(identifier('1.3.6.1.5.5.7.3.1'))),
          extension('2.5.29.17', sequence(alternative(asked))),
          extension('2.5.29.14', octets(keyId(host.publicKey))),
          extension('2.5.29.35', sequence(der(0x80, ownId))),
        ]);
      issued.set(asked, cert);
      return { cert, key: hostKey };
    },
  };
}

function certified(
  key: KeyObject,
  issuer: Buffer,
  subject: Buffer,
  about: KeyObject,
  extensions: readonly Buffer[],
): string {
  const serial = randomBytes(16);
  serial[0] = 1;
  const body = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(serial),
    signed,
    issuer,
    sequence(moment(new Date(Date.now() - DAY)), moment(new Date(Date.now() + 30 * DAY))),
    subject,
    about.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const whole = sequence(body, signed, bits(sign('sha256', body, key)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** A name that is a common name alone. */
function distinguished(name: string): Buffer {
  return sequence(set(sequence(identifier('2.5.4.3'), text(name))));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(identifier(id), ...(critical ? [yes] : []), octets(value));
}

/** A host as certificates name it: an address by its bytes. */
function alternative(host: string): Buffer {
  if (isIP(host) === 0) return der(0x82, Buffer.from(host.slice(0, 253), 'latin1'));
  if (isIPv4(host)) return der(0x87, Buffer.from(host.split('.').map(Number)));
  return der(0x87, ipv6Bytes(host));
}

function ipv6Bytes(address: string): Buffer {
  const whole = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = whole.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

/** What X509_NAME_hash of OpenSSL makes of a name: SHA-1 of its words in small letters, four bytes from the right. */
function nameHash(name: string): string {
  const canonical = set(sequence(identifier('2.5.4.3'), text(name.toLowerCase())));
  return createHash('sha1').update(canonical).digest().readUInt32LE(0).toString(16).padStart(8, '0');
}
