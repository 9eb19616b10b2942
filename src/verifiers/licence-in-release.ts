/** Is the licence inside what is released? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isAbout, isLicence } from './_assets.js';
import { code, NO_RELEASE } from './_settings.js';
import { releases } from './_sources/releases.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the licence inside what is released?',
  reads: { repository, releases },
  on: ['push'],
  judge({ repository, releases }) {
    const newest = releases?.[0];
    if (newest === undefined) return unknown(NO_RELEASE);
    const { tag, assets } = newest;
    if (assets.some(({ name }) => isLicence(name))) return met(`${code(tag)} has the licence among its files`);
    if (assets.some(({ name }) => !isAbout(name))) return unknown(`nobody looked into the files of ${code(tag)}`);
    if (repository?.licence == null) {
      return unmet(
        'there is no licence to release',
        'Run `gh api licenses/apache-2.0 --jq .body > LICENSE` and commit the file.',
      );
    }
    return met(`${code(tag)} holds archives of the source, and with it the licence`);
  },
});
