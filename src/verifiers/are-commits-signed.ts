/** Do commits on the default branch have to be signed? */
import { met, unknown } from '../domain/verification/verdict.js';
import { missing, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { protection } from './_sources/protection.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do commits on the default branch have to be signed?',
  reads: { protection },
  on: RULES_CHANGED,
  judge({ protection }) {
    if (protection === null) return unknown('nothing was read');
    if (protection.takesSignatures) return met(`\`${protection.branch}\` takes signed commits only`);
    const command = rulesetCommand('signed commits', [{ type: 'required_signatures' }]);
    return missing(protection, `\`${protection.branch}\` takes commits without a signature`, `Run ${command}.`);
  },
});
