/** A pull request has a new head or another base: both checks have to be on it, also when it comes from a fork. A closed one is done with. */
import { judgePullRequest, type PullRequestEvent } from '../flows/judge-pull-request.js';
import { bothFailed } from '../flows/say-failed.js';
import { notePullRequest } from '../infra/db/pull-requests.js';
import { defineHandler } from './_handler.js';
import { pullRequestEvent } from './_payload.js';

interface Checked extends PullRequestEvent {
  /** As the webhook tells of it; the reconciler, which asks as well, has noted it already. */
  readonly told?: { readonly number: number; readonly isOpen: boolean; readonly updatedAt: string };
}

export default defineHandler<Checked>({
  on: [
    'pull_request.opened',
    'pull_request.synchronize',
    'pull_request.reopened',
    'pull_request.ready_for_review',
    'pull_request.edited',
    'pull_request.closed',
  ],
  needs: { contents: 'read', checks: 'write', pull_requests: 'read' },
  parse(raw) {
    const { action, repository, pull_request, changes } = pullRequestEvent.parse(raw);
    // Of edits only the choice of another base matters here.
    if (action === 'edited' && changes?.base === undefined) return null;
    const { number, state, head, base, updated_at: updatedAt } = pull_request;
    const told = { number, isOpen: state === 'open', updatedAt };
    return { repository: repository.ref, defaultBranch: repository.defaultBranch, head: head.sha, base, told };
  },
  subject: ({ repository, head }) => `head:${repository.id}:${head}`,
  async run({ told, ...event }, context) {
    const { repository, head: headSha, base } = event;
    if (told !== undefined) {
      const pull = { ...told, headSha, baseRef: base.ref, updatedAt: new Date(told.updatedAt) };
      // First of all: who is told of a change from now on has to include this one, which reads what holds after that.
      await notePullRequest(context.db, repository.id, pull, context.clock.now());
      if (!told.isOpen) return;
    }
    await judgePullRequest(event, context);
  },
  async failed({ repository, head: sha, told }, failure, context) {
    if (told?.isOpen !== false) await bothFailed({ repository, sha }, failure, context);
  },
});
