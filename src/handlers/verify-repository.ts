/** Looks at one repository and lets its items follow. Asked for by webhooks, by people, and by the chore that watches ages. */
import type { RepoRef } from '../core/repo-ref.js';
import { verifyRepository } from '../flows/verify-repository.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef }>({
  on: [],
  needs: { issues: 'write', contents: 'read' },
  parse: () => null,
  subject: ({ repository }) => `verification:${repository.id}`,
  run: ({ repository }, context) => verifyRepository(repository, context),
});
