/** Is what is released under a licence that the OSI or the FSF recognise? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isAbout } from './_assets.js';
import { isOpenSource } from './_licences.js';
import { code, NO_RELEASE } from './_settings.js';
import { releases } from './_sources/releases.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is what is released under a licence that the OSI or the FSF recognise?',
  reads: { repository, releases },
  on: ['push'],
  judge({ repository, releases }) {
    const newest = releases?.[0];
    if (newest === undefined) return unknown(NO_RELEASE);
    const licence = repository?.licence ?? null;
    if (newest.assets.some(({ name }) => !isAbout(name)))
      return unknown(`nobody looked into the files of ${code(newest.tag)}`);
    if (licence !== null && isOpenSource(licence))
      return met(`${code(newest.tag)} is the source, which is under ${licence}`);
    if (licence === 'NOASSERTION') return unknown('GitHub finds a licence whose text it does not know');
    return unmet(
      licence === null ? 'GitHub finds no licence' : `${licence} is not on the lists of the OSI and the FSF`,
      'Run `gh api licenses/apache-2.0 --jq .body > LICENSE` (or `mit`, `mpl-2.0`, `gpl-3.0`), commit the file, and release.',
    );
  },
});
