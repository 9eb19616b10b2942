/** What the commands that take words of people share: a reason, its greatest length, and what of it is kept. */
import { UserError } from '../core/user-error.js';
import { redact } from '../domain/scanner/redact.js';
import type { Context } from '../flows/context.js';

/** Longest reason or evidence, in characters: it stands on one line of the issue. */
export const LONGEST = 500;

/** The words after `because`. @throws UserError with `example` when there are none, or too many. */
export function parseReason(words: readonly string[], example: string): string {
  const [because, ...rest] = words;
  const reason = rest.join(' ').trim();
  if (because?.toLowerCase() !== 'because' || reason === '') throw new UserError(`A reason is needed: \`${example}\`.`);
  return limited(reason, 'A reason');
}

/** @throws UserError when it is too long. */
export function limited(text: string, what: string): string {
  if (text.length > LONGEST)
    throw new UserError(`${what} of ${LONGEST} characters at most, please: a link says the rest.`);
  return text;
}

/** People may quote the very value: what any rule knows is taken out before it is kept or shown. */
export function kept(text: string, context: Pick<Context, 'engine'>): string {
  return redact(text, context.engine);
}
