/** The engine with all rules, for a process that scans and ends. */
import { createEngine } from '../../domain/scanner/engine.js';
import type { Engine } from '../../domain/scanner/match.js';
import { loadRules } from '../../domain/scanner/registry.js';
import { preparedKeywords } from './prepared.js';

/** The samples are the business of the tests, and of the process that serves webhooks. @throws Error when a rule is broken */
export async function loadEngine(): Promise<Engine> {
  const prepared = preparedKeywords();
  return createEngine(await loadRules(), { checkSamples: false, ...(prepared && { prepared }) });
}
