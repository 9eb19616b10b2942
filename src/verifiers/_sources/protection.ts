/** What guards the default branch, by rulesets and by classic protection together. */
import { Forbidden } from '../../infra/github/errors.js';
import { defineSource, type Get, Hidden } from '../_source.js';
import { branchOf } from './_github.js';
import { type Guard, NO_GUARD, unite } from './_guard.js';
import { branchProtection, type ClassicGuard } from './branch-protection.js';
import { branchRules } from './branch-rules.js';

export interface Protection extends Guard {
  readonly branch: string;
  readonly hasRuleset: boolean;
  readonly classic: ClassicGuard | null;
  /** Why classic protection could not be looked at: then what is not seen here may hold all the same. */
  readonly hidden: string | null;
}

export const protection = defineSource<Protection>({
  name: 'the protection of the default branch',
  isConfidential: true,
  async read(origin, get) {
    const branch = branchOf(origin);
    const rules = await get(branchRules);
    const { classic, hidden } = await classicOf(get);
    const guard = unite(rules.value ?? NO_GUARD, classic ?? NO_GUARD);
    return {
      value: { ...guard, branch, hasRuleset: rules.value !== null, classic, hidden },
      where: rules.where,
    };
  },
});

/** Rulesets can be seen with less than classic protection takes, and may be enough to answer. */
async function classicOf(get: Get): Promise<Pick<Protection, 'classic' | 'hidden'>> {
  try {
    const { value } = await get(branchProtection);
    return { classic: value, hidden: null };
  } catch (error) {
    if (error instanceof Hidden) return { classic: null, hidden: error.message };
    if (!(error instanceof Forbidden)) throw error;
    return { classic: null, hidden: HIDDEN };
  }
}

const HIDDEN = 'GitHub shows classic branch protection only with `administration: read`';
