/** Settles the baseline issue: read once, take up what people did, write once if it differs. Asked for by other handlers. */
import { settleIssue } from '../flows/settle-issue.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repositoryId: number }>({
  on: [],
  needs: { issues: 'write', members: 'read' },
  parse: () => null,
  subject: ({ repositoryId }) => `baseline:${repositoryId}`,
  run: ({ repositoryId }, context) => settleIssue(repositoryId, context),
});
