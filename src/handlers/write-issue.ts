/**
 * Settles the baseline issue: read once, take up what people did, write once if it differs. Asked for by whatever changes what a
 * service shows; so this is where those are told who decide by it.
 */
import { requestDeployments } from '../flows/deployments.js';
import { requestFanOut } from '../flows/fan-out.js';
import { keepReadiness } from '../flows/keep-readiness.js';
import { settleIssue } from '../flows/settle-issue.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repositoryId: number }>({
  on: [],
  needs: { issues: 'write', members: 'read' },
  parse: () => null,
  subject: ({ repositoryId }) => `baseline:${repositoryId}`,
  async run({ repositoryId }, context) {
    try {
      await settleIssue(repositoryId, context);
    } finally {
      // What is in the way is in the database: those who wait for it need no issue that can be written.
      await keepReadiness(repositoryId, context);
      await requestFanOut(repositoryId, context);
      await requestDeployments(repositoryId, context);
    }
  },
});
