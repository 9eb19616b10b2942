/** A pull request has a new head or another base: both checks have to be on it, also when it comes from a fork. */
import { judgePullRequest, type PullRequestEvent } from '../flows/judge-pull-request.js';
import { bothFailed } from '../flows/say-failed.js';
import { defineHandler } from './_handler.js';
import { pullRequestEvent } from './_payload.js';

export default defineHandler<PullRequestEvent>({
  on: [
    'pull_request.opened',
    'pull_request.synchronize',
    'pull_request.reopened',
    'pull_request.ready_for_review',
    'pull_request.edited',
  ],
  needs: { contents: 'read', checks: 'write', pull_requests: 'read' },
  parse(raw) {
    const { action, repository, pull_request, changes } = pullRequestEvent.parse(raw);
    // Of edits only the choice of another base matters here.
    if (action === 'edited' && changes?.base === undefined) return null;
    const { head, base } = pull_request;
    return { repository: repository.ref, defaultBranch: repository.defaultBranch, head: head.sha, base };
  },
  subject: ({ repository, head }) => `head:${repository.id}:${head}`,
  run: judgePullRequest,
  failed: ({ repository, head: sha }, failure, context) => bothFailed({ repository, sha }, failure, context),
});
