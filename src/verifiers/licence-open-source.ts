/** Is the source under a licence that the OSI or the FSF recognise? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isOpen } from './_sources/_licences.js';
import { licence } from './_sources/licence.js';
import { defineVerifier } from './_verifier.js';
import { CUT, LICENCE_FIX, listed } from './_words.js';

export default defineVerifier({
  question: 'Is the source under an open-source licence?',
  reads: { licence },
  on: ['push'],
  judge({ licence }) {
    const { paths = [], spdx = [], isWhole = true } = licence ?? {};
    const closed = spdx.filter((id) => !isOpen(id));
    if (closed.length > 0)
      return unmet(`${closed.join(' and ')} is not on the lists of the OSI and the FSF`, LICENCE_FIX);
    if (spdx.length > 0) return met(`${spdx.join(' and ')} is on the list of the OSI or the FSF`);
    if (paths.length > 0) return unknown(`${listed(paths)} is no licence that Seaworthy or GitHub recognises`);
    return isWhole ? unmet('there is no LICENSE file', LICENCE_FIX) : unknown(CUT);
  },
});
