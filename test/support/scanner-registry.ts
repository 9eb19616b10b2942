/** Stands in for `domain/scanner/registry.ts` in the tests: the rules as `npm test` has just built them, one file instead of several hundred. */
import path from 'node:path';
import type { Rule } from '../../src/domain/scanner/rule.js';

const built = (await import(path.resolve('dist/domain/scanner/registry.js'))) as {
  loadRules(): Promise<readonly Rule[]>;
};

export const loadRules = built.loadRules;
