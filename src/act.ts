/** What people do on the pages, done at once and as the commands do it: same permission, same journal, same words. */
import { randomUUID } from 'node:crypto';
import type { Command } from './commands/_command.js';
import { createAct } from './commands/_answer.js';
import type { RepoRef } from './core/repo-ref.js';
import { mayApprove } from './flows/approvers.js';
import type { Context } from './flows/context.js';
import type { Database } from './infra/db/database.js';
import { findBaseline } from './infra/db/baselines.js';
import { findRepository } from './infra/db/installations.js';
import { GitHubError } from './infra/github/errors.js';
import { RetryAt } from './infra/queue/types.js';
import type { JobRunner } from './run-job.js';
import type { DashboardParts } from './web/dashboard/access/env.js';
import { AWAY } from './web/dashboard/routes/actions.js';

export interface ActParts {
  readonly commands: ReadonlyMap<string, Command>;
  readonly contextFor: JobRunner['contextFor'];
  readonly db: Database;
}

/** Somebody waits for the page. */
const LIMIT_MS = 20_000;

const NO_ISSUE = 'This repository has no baseline issue yet. Once it is open this works.';
const GONE = 'This repository is not there any more.';

export function createActs({ commands, contextFor, db }: ActParts): Pick<DashboardParts, 'act' | 'mayApprove'> {
  const run = createAct(commands);

  async function errand(repositoryId: number): Promise<{ repository: RepoRef; context: Context } | null> {
    const row = await findRepository(db.kysely, repositoryId);
    if (row === undefined || row.removed_at !== null) return null;
    const about = { installationId: row.installation_id, name: 'page', id: randomUUID() };
    const context = await contextFor(about, AbortSignal.timeout(LIMIT_MS));
    return { repository: { id: row.id, owner: row.owner, name: row.name }, context };
  }

  return {
    async act({ seenAt, ...said }, { repositoryId }, { login: by }) {
      const issue = (await findBaseline(db.kysely, repositoryId))?.issue?.number;
      if (issue === undefined) return { ok: false, text: NO_ISSUE };
      try {
        const found = await errand(repositoryId);
        if (found === null) return { ok: false, text: GONE };
        const { repository, context } = found;
        return await run(said, { repository, issue, by, saidAt: seenAt.toISOString() }, context);
      } catch (error) {
        // Whatever is asked of GitHub is asked before anything is written down.
        if (error instanceof GitHubError || error instanceof RetryAt) return { ok: false, text: AWAY };
        throw error;
      }
    },
    async mayApprove({ repositoryId }, { login }) {
      try {
        const found = await errand(repositoryId);
        return found !== null && (await mayApprove(login, found.repository, found.context));
      } catch (error) {
        // Without an answer there is no button; the command is there all the same.
        if (error instanceof GitHubError || error instanceof RetryAt) return false;
        throw error;
      }
    },
  };
}
