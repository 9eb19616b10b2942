/** An issue was deleted or moved away: if it was the baseline issue, the repository gets it anew with all that is on record. */
import { z } from 'zod';
import { settleIssue } from '../flows/settle-issue.js';
import { findBaseline } from '../infra/db/baselines.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({ repository, issue: z.object({ number: z.number().int() }) });

export default defineHandler({
  on: ['issues.deleted', 'issues.transferred'],
  needs: { issues: 'write', members: 'read' },
  parse(raw) {
    const { repository, issue } = payload.parse(raw);
    return { repository: repository.ref, issue: issue.number };
  },
  subject: ({ repository }) => `baseline:${repository.id}`,
  async run({ repository, issue }, context) {
    const baseline = await findBaseline(context.db, repository.id);
    if (baseline?.issue?.number === issue) await settleIssue(repository.id, context);
  },
});
