/** Is the administration kept out of frames, its own included? */
import { policiesOf } from '../domain/site/judges/csp.js';
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { asFix, worst } from './_site.js';
import { exposure } from './_sources/exposure.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the admin panel kept out of every frame?',
  reads: { exposure },
  on: [],
  judge: ({ exposure }) =>
    worst(
      (exposure ?? []).map(({ url, page }) => {
        // A page of somebody else's sign-in says nothing about ours.
        if (page === null || new URL(page.url).host !== new URL(url).host)
          return { where: url, judgement: unknown('it cannot be seen from outside; look from the inner network') };
        const isRefused = policiesOf(page, 'header').some(
          (policy) => policy.get('frame-ancestors')?.join(' ') === "'none'",
        );
        return {
          where: url,
          judgement: isRefused
            ? met("frame-ancestors is 'none'")
            : unmet("frame-ancestors is not 'none'", asFix("Content-Security-Policy: frame-ancestors 'none'")),
        };
      }),
    ),
});
