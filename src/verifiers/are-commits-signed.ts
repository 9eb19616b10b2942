/** Do commits on the default branch have to be signed? */
import { met } from '../domain/verification/verdict.js';
import { missing, ofRules, rulesetCommand } from './_protected.js';

export default ofRules('Do commits on the default branch have to be signed?', (protection) => {
  if (protection.takesSignatures) return met(`\`${protection.branch}\` takes signed commits only`);
  const command = rulesetCommand('signed commits', [{ type: 'required_signatures' }]);
  return missing(protection, `\`${protection.branch}\` takes commits without a signature`, `Run ${command}.`);
});
