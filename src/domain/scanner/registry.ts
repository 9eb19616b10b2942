/** The rules of this folder's `rules/`, one file per provider. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../../core/load-folder.js';
import type { Rule } from './rule.js';

const FOLDER = fileURLToPath(new URL('./rules', import.meta.url));

/** The same rules in one file, which `npm run build` makes: several hundred modules take a third of a second to load. */
const BUNDLE = fileURLToPath(new URL('./rules-bundle.cjs', import.meta.url));

/**
 * Loads every rule, once, at the start of a process.
 * @throws Error naming the file that exports no rules. What the rules say is checked by `createEngine`.
 */
export async function loadRules(): Promise<readonly Rule[]> {
  if (existsSync(BUNDLE)) {
    const bundle = createRequire(import.meta.url)(BUNDLE) as ReadonlyArray<readonly [name: string, candidate: unknown]>;
    return bundle.flatMap(([name, candidate]) => accept(candidate, name));
  }
  return [...(await loadFolder(FOLDER, accept)).values()].flat();
}

function accept(candidate: unknown, name: string): Rule[] {
  const rules: unknown[] = Array.isArray(candidate) ? candidate : [candidate];
  if (rules.length > 0 && rules.every(isRule)) return rules;
  throw new TypeError(`The default export of ${name} is neither a rule nor a list of rules`);
}

function isRule(candidate: unknown): candidate is Rule {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    'id' in candidate &&
    typeof candidate.id === 'string' &&
    'keywords' in candidate &&
    Array.isArray(candidate.keywords) &&
    'find' in candidate &&
    'matches' in candidate
  );
}
