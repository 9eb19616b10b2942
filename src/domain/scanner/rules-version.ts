/** A stable name for what an engine would find, so that a remembered verdict is dropped when the rules change. */
import { createHash } from 'node:crypto';
import type { Rule } from './rule.js';

/** Raised when the engine itself, the placeholders or the shared helpers find something else than before. */
const ENGINE_VERSION = 4;

/** 16 hex digits over the ids and versions of the rules, whatever their order. */
export function rulesVersion(rules: readonly Pick<Rule, 'id' | 'version'>[]): string {
  const names = rules.map(({ id, version }) => `${id}@${version}`).sort();
  return createHash('sha256')
    .update([`engine@${ENGINE_VERSION}`, ...names].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
