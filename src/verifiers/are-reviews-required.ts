/** Does a change need the approval of somebody else, given to its last state? */
import { met } from '../domain/verification/verdict.js';
import { missing, PULL_REQUEST, ofRules, rulesetCommand } from './_protected.js';

export default ofRules('Does a change need the approval of somebody else, given to its last state?', (protection) => {
  const { approvals, branch } = protection;
  if (approvals === 0) {
    return missing(
      protection,
      `\`${branch}\` takes changes that nobody else approved`,
      `Run ${rulesetCommand('reviews', [PULL_REQUEST(1)])}, or set *Required approvals* to 1 in the ruleset of \`${branch}\`.`,
    );
  }
  if (!protection.dismissesStale) {
    return missing(
      protection,
      `an approval for \`${branch}\` still counts after the change was changed again`,
      'Tick *Dismiss stale pull request approvals when new commits are pushed* where the approval is required, under **Settings > Rules**.',
    );
  }
  return met(
    `\`${branch}\` asks for ${approvals === 1 ? 'an approval' : `${approvals} approvals`}, which new commits take back`,
  );
});
