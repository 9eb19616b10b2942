/** Says on a head that was there before us that commits are looked at from now on. Asked for by ourselves. */
import { postWatched } from '../flows/announce-checks.js';
import { secretsFailed } from '../flows/say-failed.js';
import type { RepoRef } from '../core/repo-ref.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef; sha: string }>({
  on: [],
  needs: { checks: 'write' },
  parse: () => null,
  subject: ({ repository, sha }) => `head:${repository.id}:${sha}`,
  run: ({ repository, sha }, context) => postWatched(repository, sha, context),
  failed: secretsFailed,
});
