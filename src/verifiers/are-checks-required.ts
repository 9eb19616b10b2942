/** Do tests have to pass before a change is merged? */
import { met } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { missing, ofRules, othersChecks, rulesetCommand } from './_protected.js';

/** GitHub Actions, which posts the checks of workflows. */
const ACTIONS = 15368;
const RULE = {
  type: 'required_status_checks',
  parameters: {
    strict_required_status_checks_policy: false,
    required_status_checks: [{ context: 'test', integration_id: ACTIONS }],
  },
};

export default ofRules('Do tests have to pass before a change is merged?', (protection) => {
  const checks = othersChecks(protection);
  if (checks.length > 0) {
    const names = [...new Set(checks.map(({ name }) => code(name)))];
    const isFree = checks.some(({ appId }) => appId === null);
    const from = isFree ? '; not each of them is pinned to the App that posts it' : '';
    return met(`\`${protection.branch}\` requires ${joined(names)}${from}`);
  }
  return missing(
    protection,
    `\`${protection.branch}\` requires no check besides Seaworthy's own`,
    `Run ${rulesetCommand('tests', [RULE])} with the name of your job in place of \`test\`.`,
  );
});
