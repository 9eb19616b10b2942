/** Does the licence go out with what is released? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { licence } from './_sources/licence.js';
import { defineVerifier } from './_verifier.js';
import { CUT, LICENCE_FIX, listed } from './_words.js';

export default defineVerifier({
  question: 'Is the licence inside what is released?',
  reads: { licence, dockerfiles },
  on: ['push'],
  judge({ licence, dockerfiles }) {
    const { paths = [], isWhole = true } = licence ?? {};
    if (paths.length === 0) return isWhole ? unmet('there is no LICENSE file to go along', LICENCE_FIX) : unknown(CUT);
    const without = (dockerfiles?.dockerfiles ?? []).filter(
      ({ copied }) => !copied.some((path) => /^(?:\.|\.\/|\*)$|LICEN[CS]E|COPYING/i.test(path)),
    );
    return without.length > 0
      ? unknown(
          `${listed(without.map(({ path }) => path))} copies no licence; whether the image is released takes a person to see`,
        )
      : met(`${listed(paths)} lies where GitHub's archives, npm, Cargo and Python's build tools take it along`);
  },
});
