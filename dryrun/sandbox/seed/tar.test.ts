import { unpackTar } from 'modern-tar';
import { expect, it } from 'vitest';
import { type Packed, packed } from './tar';

const long = `${'folder/'.repeat(20)}ä`;

it.each<Packed>([
  { name: 'etc/', type: '5', mode: 0o755 },
  { name: 'etc/empty', type: '0', mode: 0o640, content: Buffer.alloc(0) },
  { name: 'etc/whole block', type: '0', mode: 0o4755, content: Buffer.alloc(512, 'x') },
  { name: 'etc/hosts', type: '0', mode: 0o644, content: Buffer.from('127.0.0.1 localhost\n') },
  { name: long, type: '0', mode: 0o644, content: Buffer.from('far down\n') },
  { name: 'bin', type: '2', mode: 0, target: 'usr/bin' },
  { name: 'far', type: '2', mode: 0, target: long },
  { name: 'gone', type: '3', mode: 0 },
])('$name', async (one) => {
  const last: Packed = { name: 'last', type: '0', mode: 0o600, content: Buffer.from('z') };
  const types = { '0': 'file', '2': 'symlink', '3': 'character-device', '5': 'directory' };
  const unpacked = await unpackTar(packed([one, last]));
  expect(unpacked.map(({ header }) => header.name)).toEqual([one.name, 'last']);
  const [{ header, data } = { header: {}, data: undefined }] = unpacked;
  expect(header).toMatchObject({ type: types[one.type], mode: one.mode, linkname: one.target ?? '' });
  expect(Buffer.from(data ?? [])).toEqual(one.content ?? Buffer.alloc(0));
});
