/** Reads a repository's whole history, a slice at a time. Asked for at the installation, by a command, and by a chore. */
import type { RepoRef } from '../core/repo-ref.js';
import { scanHistory } from '../flows/scan-history.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef }>({
  on: [],
  needs: { contents: 'read', issues: 'write' },
  parse: () => null,
  subject: () => 'history',
  run: ({ repository }, context) => scanHistory(repository, context),
});
