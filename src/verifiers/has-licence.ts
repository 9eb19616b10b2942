/** Does a licence that everybody knows say what others may do? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { licence } from './_sources/licence.js';
import { defineVerifier } from './_verifier.js';
import { CUT, LICENCE_FIX, listed } from './_words.js';

export default defineVerifier({
  question: 'Does the repository hold the text of a licence that everybody knows?',
  reads: { licence },
  on: ['push'],
  judge({ licence }) {
    const { paths = [], spdx = [], isWhole = true } = licence ?? {};
    if (spdx.length > 0) return met(`${listed(paths)} is ${spdx.join(' and ')}`);
    if (paths.length > 0) return unknown(`${listed(paths)} is no licence that Seaworthy or GitHub recognises`);
    if (!isWhole) return unknown(CUT);
    return unmet('there is no LICENSE file', LICENCE_FIX);
  },
});
