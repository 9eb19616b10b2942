/** Are cookies kept from scripts and from plain http? */
import { judgeCookies } from '../domain/site/judges/cookies.js';
import { unknown } from '../domain/verification/verdict.js';
import { asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are cookies kept from scripts and from plain HTTP?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page) => {
      // What HSTS makes up for on a second visit is still sent in clear on the first.
      const outcome = judgeCookies(page, false);
      return outcome.result === 'not-found'
        ? unknown('no cookies are set for strangers; look after signing in, or name the address that signs in')
        : asJudgement(outcome);
    }),
});
