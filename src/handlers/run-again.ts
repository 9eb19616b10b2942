/** "Re-run" was clicked on one of our checks, or on all of them. */
import { z } from 'zod';
import { type Again, judgeAgain } from '../flows/judge-again.js';
import { bothFailed } from '../flows/say-failed.js';
import { defineHandler } from './_handler.js';
import { repository, sha } from './_payload.js';

const run = z.object({ head_sha: sha });

/** GitHub sends it to the App whose check it is, and to no other. */
const payload = z.object({ repository, check_run: run.optional(), check_suite: run.optional() });

export default defineHandler<Again>({
  on: ['check_run.rerequested', 'check_suite.rerequested'],
  needs: { checks: 'write', contents: 'read', pull_requests: 'read' },
  parse(raw) {
    const { repository, check_run, check_suite } = payload.parse(raw);
    const head = check_run ?? check_suite;
    return head === undefined ? null : { repository: repository.ref, sha: head.head_sha };
  },
  subject: ({ repository, sha }) => `head:${repository.id}:${sha}`,
  run: judgeAgain,
  failed: bothFailed,
});
