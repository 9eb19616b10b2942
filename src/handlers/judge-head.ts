/** Says again what is known of a head, after a finding on it was settled. Asked for by commands. */
import { secretsFailed } from '../flows/say-failed.js';
import { repostSecrets } from '../flows/secrets-check.js';
import type { RepoRef } from '../core/repo-ref.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef; sha: string }>({
  on: [],
  needs: { checks: 'write', contents: 'read' },
  parse: () => null,
  subject: ({ repository, sha }) => `head:${repository.id}:${sha}`,
  run: ({ repository, sha }, context) => repostSecrets(repository, sha, context),
  failed: secretsFailed,
});
