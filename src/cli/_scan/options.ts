/** What `seaworthy scan` was asked for. */
import { z } from 'zod';
import { parseArguments } from '../_arguments.js';
import type { Arguments } from '../_contract.js';

const options = z.object({
  paths: z.array(z.string().min(1, 'expects paths')).default([]),
  staged: z.boolean().default(false),
  history: z.union([z.boolean(), z.string()]).default(false),
  stdin: z.boolean().default(false),
  path: z.string().optional(),
  jsonl: z.boolean().default(false),
  format: z.enum(['pretty', 'json', 'sarif'], 'expects pretty, json or sarif'),
  confidence: z.enum(['low', 'medium', 'high'], 'expects low, medium or high'),
  verbose: z.boolean().default(false),
});

export type Options = z.infer<typeof options>;

/** @throws UserError naming each option and what it expects. */
export function scanOptions(raw: Arguments): Options {
  return parseArguments(options, raw);
}
