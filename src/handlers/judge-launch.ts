/** Says afresh on a head whether the service is ready to launch. Asked for by ourselves, when something of that changed. */
import type { RepoRef } from '../core/repo-ref.js';
import { postLaunch } from '../flows/launch-check.js';
import { launchFailed } from '../flows/say-failed.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef; sha: string }>({
  on: [],
  needs: { checks: 'write' },
  parse: () => null,
  subject: ({ repository, sha }) => `head:${repository.id}:${sha}`,
  run: ({ repository, sha }, context) => postLaunch(repository, sha, context),
  failed: launchFailed,
});
