/** Do fixes for vulnerable dependencies arrive as pull requests? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { security } from './_sources/repository.js';
import { tree } from './_sources/tree.js';
import { UNSEEN } from './_switch.js';
import { defineVerifier } from './_verifier.js';

const RENOVATE = /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/;

export default defineVerifier({
  question: 'Do fixes for vulnerable dependencies arrive as pull requests?',
  reads: { security, tree },
  on: ['security_and_analysis', 'push'],
  judge({ security, tree }) {
    const isOn = security?.securityUpdates ?? null;
    if (isOn === true) return met("Dependabot's security updates are on");
    const renovate = tree?.entries.find(({ path }) => RENOVATE.test(path));
    if (renovate !== undefined) {
      return unknown(
        `\`${renovate.path}\` configures Renovate; whether it takes up vulnerabilities cannot be seen from here`,
      );
    }
    if (isOn === null) return unknown(UNSEEN);
    return unmet(
      "Dependabot's security updates are off",
      'Run `gh api -X PUT repos/{owner}/{repo}/automated-security-fixes`.',
    );
  },
});
