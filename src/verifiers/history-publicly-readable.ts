/** Can everybody read the history, and is it never rewritten? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { missing, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { protection } from './_sources/protection.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can everybody read the history, and is it never rewritten?',
  reads: { repository, protection },
  on: [...RULES_CHANGED, 'repository', 'public'],
  judge({ repository, protection }) {
    if (repository === null || protection === null) return unknown('GitHub shows no default branch');
    if (repository.isPrivate)
      return unmet('the repository is private', 'Make it public under **Settings > General > Danger Zone**.');
    if (protection.blocksForcePushes)
      return met(`the history of \`${protection.branch}\` is public, and nobody can rewrite it`);
    const command = rulesetCommand('history', [{ type: 'non_fast_forward' }]);
    return missing(
      protection,
      `the history of \`${protection.branch}\` can be rewritten by force pushes`,
      `Run ${command}.`,
    );
  },
});
