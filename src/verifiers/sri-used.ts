/** Are scripts from elsewhere pinned by their hash? */
import { judgeSri } from '../domain/site/judges/sri.js';
import { notApplicable } from '../domain/verification/verdict.js';
import { asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are scripts from elsewhere pinned by their hash?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page) => {
      const outcome = judgeSri(page);
      return outcome.result === 'not-implemented-response-not-html'
        ? notApplicable('it answers with no pages')
        : asJudgement(outcome);
    }),
});
