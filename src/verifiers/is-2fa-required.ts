/** Does the organisation ask everybody for a second factor? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { organisation } from './_sources/organisation.js';
import { UNSEEN_ORGANISATION } from './_organisation.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does the organisation ask everybody for a second factor?',
  reads: { organisation },
  on: ['organization', 'repository.transferred'],
  judge({ organisation }) {
    if (organisation === null)
      return unknown("GitHub does not say whether a person's collaborators have a second factor");
    const { login, asksForSecondFactor } = organisation;
    if (asksForSecondFactor === null) return unknown(UNSEEN_ORGANISATION);
    if (asksForSecondFactor) return met(`${login} requires two-factor authentication of everybody`);
    return unmet(
      `${login} does not require two-factor authentication`,
      `An owner ticks **Settings > Authentication security > Require two-factor authentication for everyone**; see first who is missing: \`gh api --paginate "orgs/${login}/members?filter=2fa_disabled" --jq '.[].login'\`.`,
    );
  },
});
