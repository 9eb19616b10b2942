/** A pull request has a new head: both checks have to be on it, also when it comes from a fork. */
import { z } from 'zod';
import { judgePullRequest } from '../flows/judge-pull-request.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({
  number: z.number().int(),
  repository,
  pull_request: z.object({ head: z.object({ sha: z.string() }), base: z.object({ sha: z.string() }) }),
});

export default defineHandler({
  on: ['pull_request.opened', 'pull_request.synchronize', 'pull_request.reopened', 'pull_request.ready_for_review'],
  needs: { contents: 'read', checks: 'write', pull_requests: 'read' },
  parse(raw) {
    const { number, repository, pull_request } = payload.parse(raw);
    return { number, repository: repository.ref, head: pull_request.head.sha, base: pull_request.base.sha };
  },
  subject: ({ repository, head }) => `head:${repository.id}:${head}`,
  run: judgePullRequest,
});
