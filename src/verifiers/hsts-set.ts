/** Are browsers told to come over https only? */
import { judgeHsts, parseHsts } from '../domain/site/judges/hsts.js';
import { isPage, valuesOf } from '../domain/site/site.js';
import { unmet } from '../domain/verification/verdict.js';
import { asFix, asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

/** Seconds. More than the Observatory asks for. */
const YEAR = 31_536_000;

export default defineVerifier({
  question: 'Are browsers told to use HTTPS only, for a year?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (_, { https }) => {
      const outcome = judgeHsts(https);
      const hsts = isPage(https) ? parseHsts(valuesOf(https, 'strict-transport-security')) : null;
      if (outcome.modifier < 0 || hsts === null || hsts.maxAge >= YEAR) return asJudgement(outcome);
      return unmet(
        `Strict-Transport-Security holds for ${Math.floor(hsts.maxAge / 86_400)} days, less than a year`,
        asFix(`Strict-Transport-Security: max-age=${YEAR}; includeSubDomains`),
      );
    }),
});
