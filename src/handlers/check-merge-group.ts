/** A merge queue made a commit of its own and waits for the checks on it. */
import { z } from 'zod';
import { judgeMergeGroup } from '../flows/judge-merge-group.js';
import type { PullRequestEvent } from '../flows/judge-pull-request.js';
import { bothFailed } from '../flows/say-failed.js';
import { defineHandler } from './_handler.js';
import { repository, sha } from './_payload.js';

const payload = z.object({
  repository,
  merge_group: z.object({ head_sha: sha, base_sha: sha, base_ref: z.string() }),
});

export default defineHandler<PullRequestEvent>({
  on: ['merge_group.checks_requested'],
  needs: { contents: 'read', checks: 'write', merge_queues: 'read' },
  parse(raw) {
    const { repository, merge_group } = payload.parse(raw);
    const { head_sha: head, base_sha, base_ref } = merge_group;
    const base = { ref: base_ref.replace(/^refs\/heads\//, ''), sha: base_sha };
    return { repository: repository.ref, defaultBranch: repository.defaultBranch, head, base };
  },
  subject: ({ repository, head }) => `head:${repository.id}:${head}`,
  run: judgeMergeGroup,
  failed: ({ repository, head: sha }, failure, context) => bothFailed({ repository, sha }, failure, context),
});
