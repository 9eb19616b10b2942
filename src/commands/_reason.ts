/** What the commands that ask for a reason share. */
import { UserError } from '../core/user-error.js';

const LONGEST = 500;

/**
 * `HIGH because it takes payments` in its two parts, split at the first `because`.
 * @throws UserError with `example` when the reason is missing or too long.
 */
export function splitReason(args: string, example: string): { readonly what: string; readonly because: string } {
  const match = /^(?<what>.*?)\bbecause\b(?<because>.*)$/is.exec(args);
  const because = match?.groups?.because?.trim() ?? '';
  if (because === '') throw new UserError(`A reason is needed: \`${example}\`.`);
  if (because.length > LONGEST) throw new UserError(`A reason of ${LONGEST} characters at most, please.`);
  return { what: match?.groups?.what?.trim() ?? '', because };
}
