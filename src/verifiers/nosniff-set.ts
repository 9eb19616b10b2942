/** Are browsers told not to guess types? */
import { judgeNosniff } from '../domain/site/judges/plain-headers.js';
import { asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are browsers told not to guess what kind of file an answer is?',
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstSite(sites, (page) => asJudgement(judgeNosniff(page))),
});
