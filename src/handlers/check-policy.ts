/** A pull request into the default branch: if it changes the policy file, it gets the check that says what would come of it. */
import { checkPolicy, type PolicyPullRequest } from '../flows/check-policy.js';
import { defineHandler } from './_handler.js';
import { pullRequestEvent } from './_payload.js';

export default defineHandler<PolicyPullRequest>({
  on: ['pull_request.opened', 'pull_request.synchronize', 'pull_request.reopened', 'pull_request.edited'],
  needs: { contents: 'read', checks: 'write', pull_requests: 'read' },
  parse(raw) {
    const { action, repository, pull_request, changes } = pullRequestEvent.parse(raw);
    const { head, base } = pull_request;
    // Elsewhere the file has no force; of edits only the choice of another base matters.
    if (base.ref !== repository.defaultBranch || (action === 'edited' && changes?.base === undefined)) return null;
    return { repository: repository.ref, head: head.sha, base: base.sha };
  },
  // Not the head's own line: what it says needs no scan, and a scan need not wait for it.
  subject: ({ repository, head }) => `policy-check:${repository.id}:${head}`,
  run: (event, context) => checkPolicy(event, context),
});
