/** Looks for what ought to be in one repository and is not. Asked for by the walk through its installation. */
import { reconcileRepository } from '../flows/reconcile/look.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repositoryId: number }>({
  on: [],
  needs: { contents: 'read', pull_requests: 'read' },
  parse: () => null,
  subject: ({ repositoryId }) => `reconcile-repository:${repositoryId}`,
  run: ({ repositoryId }, context) => reconcileRepository(repositoryId, context),
});
