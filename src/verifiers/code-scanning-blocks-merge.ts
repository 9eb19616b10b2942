/** Is a change with a serious finding of code analysis kept from being merged? */
import { met, unknown } from '../domain/verification/verdict.js';
import { analyses } from './_analyses.js';
import { listed, missing, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { protection } from './_sources/protection.js';
import { defineVerifier } from './_verifier.js';

const RULE = {
  type: 'code_scanning',
  parameters: {
    code_scanning_tools: [{ tool: 'CodeQL', security_alerts_threshold: 'high_or_higher', alerts_threshold: 'errors' }],
  },
};

export default defineVerifier({
  question: 'Is a change with a serious finding of code analysis kept from being merged?',
  reads: { protection },
  on: RULES_CHANGED,
  judge({ protection }) {
    if (protection === null) return unknown('nothing was read');
    const { branch, checks } = protection;
    if (protection.takesCodeScanning) return met(`\`${branch}\` requires code scanning results`);
    const names = checks.map(({ name }) => name);
    const found = names.find(analyses);
    if (found !== undefined) return met(`\`${branch}\` requires the check \`${found}\``);
    if (names.length > 0 && protection.hidden === null) {
      return unknown(
        `by their names none of the required checks analyses code: ${listed(names.map((name) => `\`${name}\``))}`,
      );
    }
    return missing(
      protection,
      `\`${branch}\` requires no code analysis`,
      `Run ${rulesetCommand('code scanning', [RULE])}, with code scanning set up.`,
    );
  },
});
