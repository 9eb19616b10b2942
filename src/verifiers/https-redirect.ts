/** Does plain http lead to https and nowhere else? */
import { judgeRedirection } from '../domain/site/judges/redirection.js';
import { unknown } from '../domain/verification/verdict.js';
import { asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does plain HTTP do nothing but redirect to HTTPS?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (_, site) =>
      new URL(site.target).port === ''
        ? asJudgement(judgeRedirection(site))
        : unknown('the address names a port of its own, so http was not asked'),
    ),
});
