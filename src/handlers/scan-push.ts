/** Commits were pushed: look at every added line of every new commit, and post the verdict on the new head. */
import { z } from 'zod';
import { judgePush, pushFailed } from '../flows/judge-push.js';
import { defineHandler } from './_handler.js';
import { repository, sha } from './_payload.js';

const payload = z.object({
  ref: z.string(),
  before: sha,
  after: sha,
  created: z.boolean(),
  deleted: z.boolean(),
  forced: z.boolean(),
  repository,
  commits: z.array(z.object({ id: sha })).default([]),
  head_commit: z.object({ id: sha }).nullish(),
});

export default defineHandler({
  on: ['push'],
  needs: { contents: 'read', checks: 'write' },
  parse(raw) {
    const { repository, commits, head_commit, ...push } = payload.parse(raw);
    // A deleted branch brings nothing; a merge queue's own branches are judged by their merge group.
    if (push.deleted || push.ref.startsWith('refs/heads/gh-readonly-queue/')) return null;
    // What a tag points to may be an object of its own, and that may name something else than a commit.
    const after = push.ref.startsWith('refs/tags/') ? head_commit?.id : push.after;
    if (after === undefined) return null;
    return {
      ...push,
      after,
      repository: repository.ref,
      defaultBranch: repository.defaultBranch,
      commits: commits.map(({ id }) => id),
    };
  },
  subject: ({ repository, after }) => `head:${repository.id}:${after}`,
  run: judgePush,
  failed: pushFailed,
});
