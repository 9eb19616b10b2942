/** Is a change that brings in a vulnerable dependency kept from being merged? */
import { met, unknown } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { missing, ofRules, othersChecks } from './_protected.js';

const REVIEWS = /dependency[ _-]?review|\bdeps?[ _-]review|\b(?:osv|snyk|trivy|grype|govulncheck|socket|audit|sca)\b/i;

export default ofRules('Is a change that brings in a vulnerable dependency kept from being merged?', (protection) => {
  const names = othersChecks(protection).map(({ name }) => name);
  const found = names.find((name) => REVIEWS.test(name));
  if (found !== undefined) return met(`\`${protection.branch}\` requires the check ${code(found)}`);
  if (names.length > 0 && protection.hidden === null) {
    return unknown(`by their names none of the required checks reviews dependencies: ${joined(names.map(code))}`);
  }
  return missing(
    protection,
    `\`${protection.branch}\` requires no check that reviews dependencies`,
    'Add a workflow with `actions/dependency-review-action` in a job called `dependency-review`, and require that check under **Settings > Rules > Rulesets**.',
  );
});
