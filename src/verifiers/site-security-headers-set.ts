/** Do headers limit scripts, framing and the caching of sensitive answers? */
import { judgeCsp } from '../domain/site/judges/csp.js';
import { judgeFraming } from '../domain/site/judges/framing.js';
import { judgeNosniff } from '../domain/site/judges/plain-headers.js';
import { met } from '../domain/verification/verdict.js';
import { judgeCaching } from './_caching.js';
import { allOf, asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do headers limit scripts, framing and the caching of sensitive answers?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page) => {
      const caching = judgeCaching(page);
      return allOf(
        asJudgement(judgeCsp(page)),
        asJudgement(judgeFraming(page), 1),
        asJudgement(judgeNosniff(page)),
        ...(caching.answer === 'unmet' ? [caching] : []),
        met('scripts, framing and guessed types are limited; nothing personal that was seen is left to caches'),
      );
    }),
});
