import { defineConfig } from 'vitest/config';

// No isolation: the tests are pure, and starting a worker for each file would take most of the time. Processes, not
// threads: Node keeps count of a thread's descriptors and closes those of the dry run's pipes a second time.
export default defineConfig({
  test: {
    include: [
      '{wazuh,script-checks,scaffold,dryrun,server,cli,client,build,test/conformance,test/demo,test/snippets}/**/*.test.ts',
    ],
    pool: 'forks',
    isolate: false,
    // By itself it leaves a core free, which of two is half the machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
});
