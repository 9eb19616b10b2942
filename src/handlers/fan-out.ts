/** Readiness changed: has every open pull request that it decides on told. Asked for by ourselves. */
import type { RepoRef } from '../core/repo-ref.js';
import { fanOut } from '../flows/fan-out.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repository: RepoRef }>({
  on: [],
  needs: { checks: 'write', pull_requests: 'read' },
  parse: () => null,
  subject: ({ repository }) => `fan-out:${repository.id}`,
  run: fanOut,
});
