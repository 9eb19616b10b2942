/** What may differ between organisations in the life of an item; the policy says it, and these are the values without one. */
import { DEFAULT_TERMS, type WaiverTerms } from '../domain/life/terms.js';

export interface LifeRules {
  readonly waivers: WaiverTerms;
  /** Who approves waivers and attests what demands it: `@user` or `organisation/team`. None: maintainers and administrators. */
  readonly approvers: readonly string[];
  /** What happens when somebody closes the baseline issue while something blocks the launch. */
  readonly earlyClose: 'reopen' | 'record';
  /** Days after which attested evidence is out of date where the item says nothing; absent: never. */
  readonly evidenceMaxAgeDays?: number;
}

export const DEFAULT_LIFE_RULES: LifeRules = { waivers: DEFAULT_TERMS, approvers: [], earlyClose: 'reopen' };
