import { defineConfig } from 'vitest/config';

// Threads without isolation: the tests are pure, and starting a worker for each file would take most of the time.
export default defineConfig({
  test: {
    include: [
      '{wazuh,script-checks,scaffold,dryrun,server,cli,client,build,test/conformance,test/demo,test/snippets}/**/*.test.ts',
    ],
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
  },
});
