/** Are vulnerabilities that were found published? */
import { met, notApplicable, unknown } from '../domain/verification/verdict.js';
import { advisories } from './_sources/vulnerability-reports.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are vulnerabilities that were found published?',
  reads: { advisories },
  on: [],
  judge({ advisories }) {
    if (advisories === null) return notApplicable('advisories of private repositories are for nobody outside');
    if (advisories > 0) return met(`${advisories} ${advisories === 1 ? 'advisory was' : 'advisories were'} published`);
    return unknown('no advisory was published; whether there was anything to publish only people know');
  },
});
