/** Keeps the organisation's readiness issue. Asked for by the chore `refresh-reports`. */
import { writeReadinessIssue } from '../flows/reports/readiness-issue.js';
import { defineHandler } from './_handler.js';

export default defineHandler<Record<string, never>>({
  on: [],
  needs: { issues: 'write' },
  parse: () => null,
  subject: () => 'write-readiness-issue',
  run: (_, context) => writeReadinessIssue(context),
});
