/** The rules of this folder's `rules/`, one file per provider. */
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../../core/load-folder.js';
import type { Rule } from './rule.js';

const FOLDER = fileURLToPath(new URL('./rules', import.meta.url));

/**
 * Loads every rule, once, at the start of a process.
 * @throws Error naming the file that exports no rules. What the rules say is checked by `createEngine`.
 */
export async function loadRules(): Promise<readonly Rule[]> {
  const files = await loadFolder(FOLDER, (candidate) => {
    const rules: unknown[] = Array.isArray(candidate) ? candidate : [candidate];
    if (rules.length > 0 && rules.every(isRule)) return rules;
    throw new TypeError('The default export is neither a rule nor a list of rules');
  });
  return [...files.values()].flat();
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
