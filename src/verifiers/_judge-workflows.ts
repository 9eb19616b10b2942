/** What every verifier of workflows has to say before it looks at one. */
import { type Judgement, notApplicable, unknown } from '../domain/verification/verdict.js';
import type { Workflows } from './_sources/workflows.js';
import { CUT } from './_words.js';

/**
 * Judges workflows that could all be read. What `faults` finds is unmet even where others could not be read.
 * @param judge gives null where it has nothing against the workflows that were read.
 */
export function judgeWorkflows(
  seen: Workflows | null,
  judge: (workflows: Workflows['workflows']) => { readonly fault: Judgement | null; readonly otherwise: Judgement },
): Judgement {
  if (seen === null) return notApplicable('there are no workflows');
  const { fault, otherwise } = judge(seen.workflows);
  if (fault !== null) return fault;
  const [broken] = seen.broken;
  if (broken !== undefined) return unknown(`\`${broken[0]}\` could not be read: ${broken[1]}`);
  if (!seen.isWhole) return unknown(CUT);
  return seen.workflows.length === 0 ? notApplicable('there are no workflows') : otherwise;
}
