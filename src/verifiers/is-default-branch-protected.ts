/** Is the default branch safe from force pushes, deletion and direct pushes? */
import { met } from '../domain/verification/verdict.js';
import { joined } from './_phrases.js';
import { missing, PULL_REQUEST, ofRules, rulesetCommand } from './_protected.js';

export default ofRules('Is the default branch safe from force pushes, deletion and direct pushes?', (protection) => {
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
    `\`${branch}\` can ${joined(lacks.map(({ what }) => what))}`,
    `Run ${command}, or tick the same under **Settings > Rules > Rulesets > New branch ruleset**.`,
  );
});
