/** Where to read how a secret is rotated. */
import type { Context } from './context.js';

/** When no rule of ours says. */
const ROTATE = 'https://docs.github.com/code-security/secret-scanning';

/** The provider's own documentation, by the rule that found the secret. */
export function rotationOf(ruleId: string, engine: Context['engine']): string {
  return engine.rules.find(({ id }) => id === ruleId)?.reference ?? ROTATE;
}
