/** Is a change with a serious finding of code analysis kept from being merged? */
import { met, unknown } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { analyses } from './_analyses.js';
import { missing, ofRules, othersChecks, rulesetCommand } from './_protected.js';

const RULE = {
  type: 'code_scanning',
  parameters: {
    code_scanning_tools: [{ tool: 'CodeQL', security_alerts_threshold: 'high_or_higher', alerts_threshold: 'errors' }],
  },
};

export default ofRules('Is a change with a serious finding of code analysis kept from being merged?', (protection) => {
  const { branch } = protection;
  if (protection.takesCodeScanning) return met(`\`${branch}\` requires code scanning results`);
  const names = othersChecks(protection).map(({ name }) => name);
  const found = names.find(analyses);
  if (found !== undefined) return met(`\`${branch}\` requires the check ${code(found)}`);
  if (names.length > 0 && protection.hidden === null) {
    return unknown(`by their names none of the required checks analyses code: ${joined(names.map(code))}`);
  }
  return missing(
    protection,
    `\`${branch}\` requires no code analysis`,
    `Run ${rulesetCommand('code scanning', [RULE])}, with code scanning set up.`,
  );
});
