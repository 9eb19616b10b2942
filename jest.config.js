/** Jest as ESM; swc only strips types, `npm run types` checks them. */
import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  // nock's interceptors look at globals once more after a file's end; Jest would warn of each.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // In the order of what there is most of: each miss is a look at the disk.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^\\.{1,2}/.*scanner/registry\\.js$': '<rootDir>/test/support/scanner-registry.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2023',
          transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/run-folder.js',
  globalTeardown: '<rootDir>/test/support/run-folder-end.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  setupFiles: ['<rootDir>/test/support/network-off.ts', '<rootDir>/test/support/short-lived.ts'],
  testTimeout: 60_000,
  // Much of the time is spent waiting for processes that the tests start: others have the cores meanwhile.
  maxWorkers: availableParallelism() + 1,
  // What files have loaded stays in the worker's memory, and a child process of a large one takes long to start.
  workerIdleMemoryLimit: '1GB',
};
