/** A repository is new to us, or may have its issues back: make sure that it has its one baseline issue. */
import { z } from 'zod';
import { openBaseline } from '../flows/open-baseline.js';
import type { RepoRef } from '../core/repo-ref.js';
import { beginPullRequests } from '../infra/db/pull-requests.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({ action: z.string(), repository });

export default defineHandler<{ repository: RepoRef; isNew?: boolean }>({
  on: ['repository.created', 'repository.unarchived', 'repository.edited', 'repository.transferred'],
  needs: { contents: 'read', issues: 'write' },
  parse(raw) {
    const { action, repository } = payload.parse(raw);
    return { repository: repository.ref, isNew: action === 'created' };
  },
  subject: ({ repository }) => `baseline:${repository.id}`,
  async run({ repository, isNew = false }, context) {
    if (isNew) await beginPullRequests(context.db, repository.id);
    await openBaseline(repository, context);
  },
});
