/** What may differ between organisations in the life of an item, as the policy says it. */
import type { RepoRef } from '../core/repo-ref.js';
import type { WaiverTerms } from '../domain/life/terms.js';
import type { Context } from './context.js';
import { policyOf } from './policy.js';

export interface LifeRules {
  readonly waivers: WaiverTerms;
  /** Who approves waivers and attests what demands it: `@user` or `organisation/team`. None: maintainers and administrators. */
  readonly approvers: readonly string[];
  /** What happens when somebody closes the baseline issue while something blocks the launch. */
  readonly earlyClose: 'reopen' | 'record';
  /** Days after which attested evidence is out of date where the item says nothing; absent: never. */
  readonly evidenceMaxAgeDays?: number;
}

export async function lifeRules(repository: RepoRef, context: Pick<Context, 'db' | 'job'>): Promise<LifeRules> {
  const { policy } = await policyOf(repository, context);
  return {
    waivers: policy.waivers,
    approvers: policy.teams.security,
    earlyClose: policy.whenClosed,
    evidenceMaxAgeDays: policy.evidence.maxAgeDays,
  };
}
