/** Can only people or teams that are named change the branch that goes to production? */
import { met, unknown } from '../domain/verification/verdict.js';
import { missing, RULES_CHANGED } from './_protected.js';
import { protection } from './_sources/protection.js';
import { releaseBranches } from './_sources/release-branches.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can only people or teams that are named change the branches that go to production?',
  reads: { protection, branches: releaseBranches },
  on: RULES_CHANGED,
  judge({ protection, branches }) {
    if (protection === null) return unknown('GitHub shows no default branch');
    if (protection.limitsPushers) return met(`only who is named may change \`${protection.branch}\``);
    const release = branches?.names.at(-1);
    if (release !== undefined && branches?.last?.limitsPushers)
      return met(`only who is named may change \`${release}\``);
    if (release !== undefined && branches?.last === null) {
      return unknown(`a classic rule may say who changes \`${release}\`; see **Settings > Branches**`);
    }
    return missing(
      protection,
      `everybody who may write can change \`${release ?? protection.branch}\``,
      'Add a ruleset for it under **Settings > Rules > Rulesets** with *Restrict updates*, and the one team in its *Bypass list*.',
    );
  },
});
