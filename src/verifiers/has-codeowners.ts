/** Is it written down who reviews what? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { tree } from './_sources/tree.js';
import { defineVerifier } from './_verifier.js';

/** @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export default defineVerifier({
  question: 'Does a CODEOWNERS file say who reviews what?',
  reads: { tree },
  on: ['push'],
  judge({ tree }) {
    const found = tree?.entries.find(({ path, size }) => PLACES.includes(path) && size > 0);
    if (found !== undefined) return met(`\`${found.path}\` says who reviews what`);
    if (tree?.isWhole !== true) return unknown('GitHub shows only a part of the files of so large a repository');
    return unmet(
      'there is no CODEOWNERS file',
      'Add `.github/CODEOWNERS` with a line such as `* @your-org/your-team`.',
    );
  },
});
