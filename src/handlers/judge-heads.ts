/** Says again what is known of a repository's newest heads, after the policy of the scan has changed. Asked for by ourselves. */
import { judgeHeads } from '../flows/judge-heads.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repositoryId: number }>({
  on: [],
  needs: {},
  parse: () => null,
  subject: ({ repositoryId }) => `heads:${repositoryId}`,
  run: ({ repositoryId }, context) => judgeHeads(repositoryId, context),
});
