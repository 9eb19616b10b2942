/** Is the product reachable over https only, its cookies too? */
import { judgeCookies } from '../domain/site/judges/cookies.js';
import { judgeHsts } from '../domain/site/judges/hsts.js';
import { judgeRedirection } from '../domain/site/judges/redirection.js';
import { met } from '../domain/verification/verdict.js';
import { allOf, asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the site reachable over HTTPS only, and are its cookies?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page, site) => {
      const hsts = judgeHsts(site.https);
      return allOf(
        asJudgement(judgeRedirection(site)),
        asJudgement(hsts),
        asJudgement(judgeCookies(page, hsts.modifier >= 0)),
        met('http leads to https, browsers are told to stay there, and no cookie goes in clear'),
      );
    }),
});
