/** Does a Content Security Policy say which scripts may run? */
import { escapeInline } from '../domain/checklist/escape.js';
import { adviceOn, judgeCsp } from '../domain/site/judges/csp.js';
import { notApplicable, unmet } from '../domain/verification/verdict.js';
import { asFix, asJudgement, isApi, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does a Content Security Policy say which scripts may run?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page, site) => {
      if (isApi(page, site)) return notApplicable('it answers programs, not browsers');
      const outcome = judgeCsp(page);
      if (outcome.modifier >= 0) return asJudgement(outcome);
      const advice = adviceOn(page).map((line) => `- ${escapeInline(line)}`);
      return unmet(
        escapeInline(outcome.because),
        [asFix(outcome.fix), ...(advice.length > 0 ? ['', ...advice] : [])].join('\n'),
      );
    }),
});
