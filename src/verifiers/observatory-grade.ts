/** Does the site earn the best letter, counted as the HTTP Observatory counts? */
import { escapeInline } from '../domain/checklist/escape.js';
import { judgeSite } from '../domain/site/judge-site.js';
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { asFix, worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does the site earn an A+, counted as the HTTP Observatory counts?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (_, site) => {
      const report = judgeSite(site);
      if (report === null) return unknown('it does not answer');
      const { grade, score, outcomes } = report;
      const letter = `${grade}, ${score} points`;
      if (grade === 'A+') return met(letter);
      const costly = outcomes.filter(({ modifier }) => modifier < 0);
      const lines = costly.map(
        ({ because, modifier, fix }) => `- ${modifier}: ${escapeInline(because)}. ${asFix(fix)}`,
      );
      return unmet(letter, lines.join('\n'));
    }),
});
