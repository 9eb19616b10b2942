/** A repository is ours from now on: its default branch's head gets both checks, so that branches can require them. */
import { announceChecks } from '../flows/announce-checks.js';
import type { RepoRef } from '../core/repo-ref.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef }>({
  on: [],
  needs: { contents: 'read', checks: 'write' },
  parse: () => null,
  subject: ({ repository }) => `announce:${repository.id}`,
  run: ({ repository }, context) => announceChecks(repository, context),
});
