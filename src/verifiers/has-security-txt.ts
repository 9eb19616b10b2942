/** Does the site tell finders of holes whom to tell, and by which rules? */
import { met, unmet } from '../domain/verification/verdict.js';
import { worst } from './_site.js';
import { securityTxt } from './_sources/security-txt.js';
import { defineVerifier } from './_verifier.js';

const FIX =
  'Publish `/.well-known/security.txt` with `Contact: mailto:security@example.com`, `Expires:` with a date within a year, and `Policy:` with the address of the rules.';

export default defineVerifier({
  question: 'Does `/.well-known/security.txt` say whom to tell, until when, and by which rules?',
  reads: { securityTxt },
  on: [],
  judge: ({ securityTxt }) =>
    worst(
      (securityTxt ?? []).map(({ url, fields }) => {
        const missing = ['contact', 'expires', 'policy'].find((name) => fields?.has(name) !== true);
        if (fields === null) return { where: url, judgement: unmet('there is no security.txt', FIX) };
        return {
          where: url,
          judgement:
            missing === undefined
              ? met(`security.txt names a contact and the rules, until ${fields.get('expires')?.[0]?.slice(0, 10)}`)
              : unmet(`security.txt has no \`${missing}\``, FIX),
        };
      }),
    ),
});
