/** A repository is new to us, or may have its issues back: make sure that it has its one baseline issue. */
import { z } from 'zod';
import { openBaseline } from '../flows/open-baseline.js';
import type { RepoRef } from '../core/repo-ref.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({ repository });

export default defineHandler<{ repository: RepoRef }>({
  on: ['repository.created', 'repository.unarchived', 'repository.edited', 'repository.transferred'],
  needs: { contents: 'read', issues: 'write' },
  parse: (raw) => ({ repository: payload.parse(raw).repository.ref }),
  subject: ({ repository }) => `baseline:${repository.id}`,
  run: ({ repository }, context) => openBaseline(repository, context),
});
