import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressVersion } from './address';

// Recorded from glibc 2.36's getaddrinfo with AI_NUMERICHOST.
it.each([
  ['203.0.113.7', 4],
  ['127.1', 4],
  ['1', 4],
  ['0x7f.1', 4],
  ['010.0.0.1', 4],
  ['1.65536', 4],
  ['1.2.65535', 4],
  ['4294967295', 4],
  ['00.00.00.00', 4],
  ['1.2.3.0377', 4],
  ['', undefined],
  ['08.0.0.1', undefined],
  ['256.1.1.1', undefined],
  ['1.2.65536', undefined],
  ['4294967296', undefined],
  ['1.2.3.4.5', undefined],
  ['1.2.3.', undefined],
  [' 1.2.3.4', undefined],
  ['1.2.3.4 ', undefined],
  ['1.2.3.4:80', undefined],
  ['1.2.3.0/24', undefined],
  ['0x', undefined],
  ['-1', undefined],
  ['localhost', undefined],
  ['example.org', undefined],
  ['::', 6],
  ['2001:DB8::7', 6],
  ['fe80::1%eth0', 6],
  ['2001:db8::1%1', 6],
  ['::ffff:1.2.3.4', 6],
  ['1:2:3:4:5:6:7:8', 6],
  ['1:2:3:4:5:6:1.2.3.4', 6],
  ['1:2:3:4:5:6:7::', 6],
  ['fe80::1%', undefined],
  ['2001:db8::1%eth0', undefined],
  ['1:2:3:4:5:6:7', undefined],
  ['1:2:3:4:5:6:7:8:9', undefined],
  ['1::2::3', undefined],
  ['12345::', undefined],
  [':1', undefined],
  ['1:', undefined],
  ['::1:', undefined],
  ['1:2:3:4::5:6:7:8', undefined],
  ['::01.2.3.4', undefined],
  ['[::1]', undefined],
])('%s is of version %s', (text, version) => {
  expect(addressVersion(text)).toBe(version);
});

it('knows every written address', () => {
  fc.assert(fc.property(fc.ipV4(), (address) => addressVersion(address) === 4));
  fc.assert(fc.property(fc.ipV4Extended(), (address) => addressVersion(address) === 4));
  fc.assert(fc.property(fc.ipV6(), (address) => addressVersion(address) === 6));
});
