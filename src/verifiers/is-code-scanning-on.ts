/** Is the code analysed for security mistakes? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { analyses } from './_analyses.js';
import { RULES_CHANGED } from './_protected.js';
import { codeAnalyses } from './_sources/code-analyses.js';
import { protection } from './_sources/protection.js';
import { defineVerifier } from './_verifier.js';

const DAY = 24 * 60 * 60 * 1000;
/** Days: CodeQL's default setup runs each week and with each push. */
const OLDEST = 90;
const SET_UP =
  'Run `gh api -X PATCH repos/{owner}/{repo}/code-scanning/default-setup -f state=configured`, or **Settings > Advanced Security > CodeQL analysis > Set up > Default**.';

export default defineVerifier({
  question: 'Is the code analysed for security mistakes?',
  reads: { codeAnalyses, protection },
  on: ['security_and_analysis', ...RULES_CHANGED],
  judge({ codeAnalyses, protection }, now) {
    if (protection === null) return unknown('GitHub shows no default branch');
    const newest = codeAnalyses?.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
    if (newest !== undefined && now.getTime() - Date.parse(newest.at) <= OLDEST * DAY) {
      return met(`${newest.tool} delivered results on ${newest.at.slice(0, 10)}`);
    }
    const check = protection.checks.find(({ name }) => analyses(name));
    if (check !== undefined) return met(`the check ${code(check.name)} is required`);
    if (newest === undefined) return unmet('no code scanning results were ever delivered', SET_UP);
    return unmet(`the last results of ${newest.tool} are of ${newest.at.slice(0, 10)}`, SET_UP);
  },
});
