/** Do workflows for strangers' pull requests wait for an approval? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { actionsUse, forkApproval } from './_sources/actions.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: "Do workflows for strangers' pull requests wait for an approval?",
  reads: { repository, use: actionsUse, approval: forkApproval },
  on: ['public'],
  judge({ repository, use, approval }) {
    if (repository?.isPrivate) return notApplicable('strangers open no pull requests in a private repository');
    if (use?.isOn === false) return notApplicable('Actions are switched off');
    if (approval === null) return unknown('GitHub does not show whose runs wait for an approval');
    if (approval === 'all_external_contributors') return met('runs of everybody from outside wait for an approval');
    return unmet(
      'after one merged change the runs of somebody from outside start by themselves',
      'Run `gh api -X PUT repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval -f approval_policy=all_external_contributors`.',
    );
  },
});
