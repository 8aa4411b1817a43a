import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesFromEnd, type ReadAt } from './lines-from-end';

function reader(bytes: Buffer): ReadAt {
  return async (offset, length) => bytes.subarray(offset, offset + length);
}

async function all(text: string, block: number, longest?: number): Promise<readonly string[]> {
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  for await (const some of linesFromEnd(reader(bytes), bytes.length, block, longest)) lines.push(...some);
  return lines;
}

describe('lines from the end', () => {
  it('are the lines of the text, turned round, in blocks of any size', async () => {
    const text = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'é', '🙂', ' ', '\r') }), { maxLength: 8 })
      .map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 20 }), async (whole, block) => {
        const expected = whole.split('\n').map((line) => line.trim());
        expect(await all(whole, block)).toEqual(expected.filter(Boolean).toReversed());
      }),
    );
  });

  it('leave out a line that is too long, and no other', async () => {
    expect(await all(`one\n${'x'.repeat(50)}\ntwo\n`, 8, 20)).toEqual(['two', 'one']);
    expect(await all('y'.repeat(50), 8, 20)).toEqual([]);
  });
});

describe('a file of 4 GB', () => {
  let folder: string;
  const size = 4 * 1024 ** 3;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wazuh-log-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives its last lines after one block', async () => {
    const file = await open(path.join(folder, 'alerts.json'), 'w+');
    try {
      // A hole, which takes no room on the disk, and three lines at its end.
      await file.write('\nfirst\nsecond\nthird\n', size);
      const { size: whole } = await file.stat();
      let bytesRead = 0;
      const read: ReadAt = async (offset, length) => {
        bytesRead += length;
        return (await file.read(Buffer.alloc(length), 0, length, offset)).buffer;
      };
      const { value } = await linesFromEnd(read, whole).next();
      expect(value).toEqual(['third', 'second', 'first']);
      expect(bytesRead).toBeLessThan(1024 ** 2);
    } finally {
      await file.close();
    }
  });
});
