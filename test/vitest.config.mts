import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests of what is packed and installed: slow, one after the other, and only once the package is built.
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: [
      'test/package/**/*.test.ts',
      'test/sandbox/**/*.test.ts',
      'test/scenarios/**/*.test.ts',
      'test/ui/**/*.test.ts',
      'test/edits/**/*.test.ts',
    ],
    fileParallelism: false,
    // Each step of a user begins where the last one ended.
    bail: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
