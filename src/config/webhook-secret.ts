/** Tells a real webhook secret from one that anybody could guess. */
import { UserError } from '../core/user-error.js';

/** Shorter secrets are within reach of guessing; the set-up page and GitHub make 40 characters and more. */
export const SECRET_MINIMUM = 16;

/** Words that stand where a secret should be. Probot verifies against `development` when none is set. */
const PLACEHOLDER =
  /^(?:<.*>|\$\{.*\}|\{\{.*\}\})$|change.?me|replace.?(?:me|this)|your.?(?:webhook|secret)|placeholder|^(?:webhook|my|the|some|test|dummy|example|sample|development|production|password|default|secret)+$/i;

/** At least this many different characters: `aaaaaaaaaaaaaaaa` and `1212121212121212` are no secrets. */
const DIFFERENT_MINIMUM = 6;

/**
 * Returns the secret when it can be one.
 * @throws UserError naming the reason, never the value.
 */
export function parseWebhookSecret(text: string): string {
  const letters = text.replaceAll(/[\s_.-]/g, '');
  if (PLACEHOLDER.test(text) || PLACEHOLDER.test(letters)) {
    throw new UserError('is a placeholder or a word that anybody could guess');
  }
  if (text.length < SECRET_MINIMUM) {
    throw new UserError(`has ${text.length} characters; it needs ${SECRET_MINIMUM} or more`);
  }
  if (new Set(text).size < DIFFERENT_MINIMUM) throw new UserError('repeats the same few characters');
  if (/^(?:0123456789|1234567890|abcdefghij|qwertyuiop)/i.test(text))
    throw new UserError('is a sequence off the keyboard');
  return text;
}
