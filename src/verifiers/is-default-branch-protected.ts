/** Is the default branch safe from force pushes, deletion and direct pushes? */
import { met, unknown } from '../domain/verification/verdict.js';
import { listed, missing, PULL_REQUEST, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { protection } from './_sources/protection.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the default branch safe from force pushes, deletion and direct pushes?',
  reads: { protection },
  on: RULES_CHANGED,
  judge({ protection }) {
    if (protection === null) return unknown('nothing was read');
    const { branch } = protection;
    const lacks = [
      { holds: protection.blocksForcePushes, what: 'be force pushed to', rule: { type: 'non_fast_forward' } },
      { holds: protection.blocksDeletion, what: 'be deleted', rule: { type: 'deletion' } },
      { holds: protection.takesPullRequest, what: 'be pushed to without a pull request', rule: PULL_REQUEST(1) },
    ].filter(({ holds }) => !holds);
    if (lacks.length === 0)
      return met(`\`${branch}\` takes changes by pull request only, no force pushes and no deletion`);
    const command = rulesetCommand(
      'default branch',
      lacks.map(({ rule }) => rule),
    );
    return missing(
      protection,
      `\`${branch}\` can ${listed(lacks.map(({ what }) => what))}`,
      `Run ${command}, or tick the same under **Settings > Rules > Rulesets > New branch ruleset**.`,
    );
  },
});
