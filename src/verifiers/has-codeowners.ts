/** Is it written down who reviews what? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { CODEOWNERS, codeownersErrors } from './_sources/codeowners-errors.js';
import { tree } from './_sources/tree.js';
import { defineVerifier } from './_verifier.js';
import { CUT, listed } from './_words.js';

export default defineVerifier({
  question: 'Does a CODEOWNERS file without errors say who reviews what?',
  reads: { tree, codeownersErrors },
  on: ['push'],
  judge({ tree, codeownersErrors }) {
    const found = CODEOWNERS.find((place) => tree?.entries.some(({ path, size }) => path === place && size > 0));
    if (found === undefined) {
      return tree?.isWhole === true
        ? unmet('there is no CODEOWNERS file', 'Add `.github/CODEOWNERS` with a line such as `* @your-org/your-team`.')
        : unknown(CUT);
    }
    const { isSeen = false, errors = [] } = codeownersErrors ?? {};
    if (errors.length > 0) {
      return unmet(
        `\`${found}\` has errors: ${listed(errors)}`,
        `Name people and teams that can write to the repository; this prints what is wrong, with a suggestion: \`gh api repos/OWNER/REPO/codeowners/errors --jq '.errors[].message'\``,
      );
    }
    return isSeen
      ? met(`\`${found}\` says who reviews what, and has no errors`)
      : unknown(`\`${found}\` is there; whether its owners may write here only GitHub can tell`);
  },
});
