/** Is every secret that Seaworthy found rotated or dismissed? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { own } from './_sources/own.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is every secret that Seaworthy found rotated or dismissed?',
  reads: { own },
  on: ['push'],
  judge({ own }) {
    if (own === null) return unknown('nothing is on record');
    if (own.openFindings > 0) {
      return unmet(
        `${own.openFindings === 1 ? 'one secret is' : `${own.openFindings} secrets are`} neither rotated nor dismissed`,
        'Replace each at its provider, then comment `/baseline rotated` or `/baseline false-positive` with its fingerprint.',
      );
    }
    if (!own.isHistoryRead) return unknown('the whole history was not read yet');
    return met('the whole history was read, and no finding is open');
  },
});
