/** Is the site on the list that browsers ship with? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { worst } from './_site.js';
import { preload } from './_sources/preload.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: "Is the domain on the browsers' preload list?",
  reads: { preload },
  on: [],
  judge: ({ preload }) =>
    worst(
      (preload ?? []).map(({ target, isListed }) => {
        if (isListed === true) return { where: target, judgement: met('it is on the list') };
        const judgement =
          isListed === null
            ? unknown('the header does not ask for it; the domain above may be on the list all the same')
            : unmet(
                'the header asks for it, and the list does not have it',
                'Submit the domain at https://hstspreload.org.',
              );
        return { where: target, judgement };
      }),
    ),
});
