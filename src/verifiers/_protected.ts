/** Words that verifiers of branch rules share. */
import { type Judgement, unknown, unmet } from '../domain/verification/verdict.js';
import { type Protection, protection } from './_sources/protection.js';
import { defineVerifier, type Verifier } from './_verifier.js';

/** Webhooks after which other rules may hold. */
export const RULES_CHANGED = ['branch_protection_rule', 'repository_ruleset', 'repository.edited'];

/** A verifier that takes no more than what guards the default branch. */
export function ofRules(question: string, judge: (protection: Protection) => Judgement): Verifier {
  return defineVerifier({
    question,
    reads: { protection },
    on: RULES_CHANGED,
    judge: (seen) => (seen.protection === null ? unknown('GitHub shows no default branch') : judge(seen.protection)),
  });
}

/** Required checks besides Seaworthy's own. */
export function othersChecks({ checks }: Protection): Protection['checks'] {
  return checks.filter(({ name }) => !name.startsWith('seaworthy/'));
}

/** What no ruleset says may still be in classic protection, where that cannot be looked at. */
export function missing({ hidden }: Protection, because: string, fix: string): Judgement {
  return hidden === null ? unmet(because, fix) : unknown(hidden);
}

type Rule = Readonly<Record<string, unknown>>;

export const PULL_REQUEST = (approvals: number): Rule => ({
  type: 'pull_request',
  parameters: {
    required_approving_review_count: approvals,
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: false,
    require_last_push_approval: approvals > 0,
    required_review_thread_resolution: false,
  },
});

/** A line for a shell in a clone, where `gh` knows which repository is meant. */
export function rulesetCommand(
  name: string,
  rules: readonly Rule[],
  include = '~DEFAULT_BRANCH',
  target = 'branch',
): string {
  const ruleset = {
    name,
    target,
    enforcement: 'active',
    conditions: { ref_name: { include: [include], exclude: [] } },
    rules,
  };
  return `\`echo '${JSON.stringify(ruleset)}' | gh api -X POST repos/{owner}/{repo}/rulesets --input -\``;
}
