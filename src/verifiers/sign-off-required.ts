/** Do contributors have to state that they may contribute? */
import { met, unknown } from '../domain/verification/verdict.js';
import { missing, RULES_CHANGED } from './_protected.js';
import { protection } from './_sources/protection.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

const SIGN_OFF = /\b(?:dco|cla|easycla|sign[ -]?off)\b/i;

export default defineVerifier({
  question: 'Do contributors have to state that they may contribute?',
  reads: { repository, protection },
  on: [...RULES_CHANGED, 'repository'],
  judge({ repository, protection }) {
    if (repository === null || protection === null) return unknown('GitHub shows no default branch');
    const check = protection.checks.find(({ name }) => SIGN_OFF.test(name));
    if (check !== undefined) return met(`\`${protection.branch}\` requires the check \`${check.name}\``);
    const fix =
      'Install the DCO App (<https://github.com/apps/dco>), require its check `DCO` under **Settings > Rules > Rulesets**, and run `gh api -X PATCH repos/{owner}/{repo} -F web_commit_signoff_required=true`.';
    const because = repository.asksForSignOff
      ? 'only commits made on the website have to be signed off; no required check looks at the others'
      : 'no required check looks for a sign-off or a licence agreement';
    return missing(protection, because, fix);
  },
});
