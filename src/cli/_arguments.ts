/** From what commander collected to values a subcommand can trust. */
import { z } from 'zod';
import { UserError } from '../core/user-error.js';
import type { Arguments } from './_contract.js';

/**
 * Checks `args` against the shape a subcommand needs.
 * @throws UserError naming each option and what it expects; the message of the schema is taken as it is.
 */
export function parseArguments<T>(schema: z.ZodType<T>, args: Arguments): T {
  const result = schema.safeParse(args);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${flagOf(String(issue.path[0] ?? ''))} ${issue.message}`);
  throw new UserError(`${problems.join('; ')}. See --help.`);
}

/** A port as typed; `0` takes any free one. */
export const portArgument = z
  .string()
  .regex(/^\d{1,5}$/, 'expects a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'expects a number from 0 to 65535');

function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
