/** Are other sites kept from showing the pages in a frame? */
import { judgeFraming } from '../domain/site/judges/framing.js';
import { asJudgement, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are other sites kept from putting the pages into a frame?',
  reads: { sites },
  on: [],
  // ALLOW-FROM counts nothing, and browsers ignore it.
  judge: ({ sites }) => worstSite(sites, (page) => asJudgement(judgeFraming(page), 1)),
});
