/** Can what people download not be swapped on the way? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code, NO_RELEASE } from './_settings.js';
import { releases } from './_sources/releases.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can what people download not be swapped on the way?',
  reads: { repository, releases },
  on: ['repository.edited'],
  judge({ repository, releases }) {
    const home = repository?.homepage ?? null;
    if (home?.startsWith('http://')) {
      return unmet(
        `the repository sends people to ${code(home)}, which is not encrypted`,
        `Run \`gh repo edit --homepage 'https://${home.slice('http://'.length).replaceAll("'", '')}'\`.`,
      );
    }
    const newest = releases?.[0];
    if (newest === undefined) return unknown(NO_RELEASE);
    return met(`${code(newest.tag)} is downloaded from GitHub, which serves it over TLS only`);
  },
});
