/** Decides what a gate does today, on which branches, and what a verdict means in GitHub's words. */
import { type GateMode, type GatePolicy, type GatesPolicy, globMatches } from '../policy/index.js';
import type { Conclusion } from './check-content.js';

export interface Stance {
  /** What holds today. */
  readonly mode: GateMode;
  /** Calendar date on which it becomes `enforce`; null when it is, or when no day is named. */
  readonly rampsOn: string | null;
}

/** `unable`: we could not tell. */
export type Verdict = 'pass' | 'fail' | 'unable';

/** The default branch always; others by pattern, in the case in which they are written: git tells cases apart. */
export function isGated(branch: string, gates: Pick<GatesPolicy, 'branches'>, defaultBranch: string | null): boolean {
  return branch === defaultBranch || gates.branches.some((pattern) => globMatches(pattern, branch));
}

/** @param today calendar date. From `enforceFrom` on a gate is enforced; before, one that says `enforce` warns. */
export function stanceOf({ mode, enforceFrom }: GatePolicy, today: string): Stance {
  if (enforceFrom === null) return { mode, rampsOn: null };
  if (enforceFrom <= today) return { mode: 'enforce', rampsOn: null };
  return { mode: mode === 'enforce' ? 'warn' : mode, rampsOn: enforceFrom };
}

/**
 * `neutral` and `skipped` pass a required check, `failure` blocks it; also a gate that is off concludes, for a required check that
 * says nothing holds a merge up for ever.
 * @param unable what an enforced gate makes of not knowing
 */
export function concludes(verdict: Verdict, { mode }: Pick<Stance, 'mode'>, unable: 'failure' | 'neutral'): Conclusion {
  if (mode === 'off') return 'skipped';
  if (verdict === 'pass') return 'success';
  if (mode !== 'enforce') return 'neutral';
  return verdict === 'fail' ? 'failure' : unable;
}
