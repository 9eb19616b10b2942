/** Do the branch rules hold for administrators as well? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { ofRules } from './_protected.js';

export default ofRules('Do the branch rules hold for administrators as well?', (protection) => {
  const { branch, classic, hasRuleset, hidden } = protection;
  if (classic?.holdsForAdmins && classic.takesPullRequest) {
    return met(`the classic rule of \`${branch}\` cannot be bypassed, not even by administrators`);
  }
  if (hasRuleset) {
    return unknown(`GitHub shows who may bypass the rulesets of \`${branch}\` only to those who may change them`);
  }
  if (hidden !== null) return unknown(hidden);
  if (classic === null) {
    return unmet(
      `no rule holds for \`${branch}\`, so none holds for administrators`,
      'Protect the default branch first.',
    );
  }
  if (classic.holdsForAdmins) return met(`the classic rule of \`${branch}\` holds for administrators as well`);
  return unmet(
    `administrators may bypass the classic rule of \`${branch}\``,
    'Run `gh api -X POST repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins` on the default branch, or tick *Do not allow bypassing the above settings* under **Settings > Branches**.',
  );
});
