/** Can a vulnerability be reported in private, on GitHub itself? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { repository } from './_sources/repository.js';
import { privateReporting } from './_sources/vulnerability-reports.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can a vulnerability be reported in private, on GitHub itself?',
  reads: { repository, isOn: privateReporting },
  on: ['security_and_analysis', 'repository', 'public'],
  judge({ repository, isOn }) {
    if (repository?.isPrivate) return notApplicable('GitHub offers it in public repositories only');
    if (isOn === null) return unknown('GitHub does not say whether it is on');
    if (isOn) return met('private vulnerability reporting is on');
    return unmet(
      'private vulnerability reporting is off',
      'Run `gh api -X PUT repos/{owner}/{repo}/private-vulnerability-reporting`.',
    );
  },
});
