import { defineConfig } from 'vitest/config'

// `.ci/run` names a file here and reads the test counts from it afterwards.
const resultsFile = process.env.TEST_RESULTS_FILE

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // One more than the smallest machine has cores, as many tests wait: for disks, browsers, and programs that start.
    maxWorkers: 3,
    // Files of a worker share what is imported and learnt, which takes a third off the whole; they share nothing that changes.
    isolate: false,
    testTimeout: 20_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
})
