import { defineConfig } from 'vitest/config';

/**
 * As the npm scripts start it: compiled code is kept, so a writing thread loads no WebAssembly to take the types off its sources. Hundreds
 * of threads that each load it and end have brought Node 24 down now and then (“jit_page.has_value()”, nodejs/node#64500).
 */
const execArgv = ['--import', new URL('src/node.mjs', import.meta.url).href];

/** Two projects: `unit` runs side by side, `e2e` (a real browser, a real server) one file after the other with long limits. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test/.tmp/report.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/.*/**'],
          execArgv,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          execArgv,
          fileParallelism: false,
          // Browser, server and database share a machine with whatever else it does: a journey is tried once more, and the report says which was.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
