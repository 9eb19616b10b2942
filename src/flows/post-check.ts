/** Puts one check run per head and name on GitHub, and writes it again only when it says something else. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import type { CheckContent } from '../domain/readiness/check-content.js';
import { withMissing } from '../domain/readiness/missing.js';
import { findCheck, saveCheck } from '../infra/db/heads.js';
import { once } from '../infra/db/effects.js';
import { upsertCheckRun } from '../infra/github/check-runs.js';
import type { CheckRunContent } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { missingFor } from './missing.js';

/**
 * GitHub adds the annotations of an update to those that are there, and a commit gets no more findings in its own lines than
 * when it first failed: after that they are left out.
 */
export async function postCheck(
  repository: RepoRef,
  sha: string,
  name: string,
  judged: CheckContent,
  context: Context,
): Promise<void> {
  const { db, github, clock } = context;
  const content = withMissing(judged, await missingFor(context));
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const posted = await findCheck(db, repository.id, sha, name);
  if (posted?.digest === digest) return;
  const key = { name, headSha: sha, externalId: `${name}:${sha}` };
  const said = posted?.conclusion === 'failure' ? runOf({ ...content, annotations: [] }) : runOf(content);
  let isWritten = false;
  const write = async (known: { id?: number; lookFirst?: boolean }) => {
    const run = await upsertCheckRun(github.checks, repository, key, said, { ...known, appId: context.app.id });
    isWritten = true;
    return { id: run.id };
  };
  // A crash between the POST and its record must not make a second run: an interrupted first try is looked for.
  const known = posted
    ? { id: posted.runId }
    : await once(db, clock, `check:${repository.id}:${name}:${sha}`, {
        look: () => write({ lookFirst: true }),
        act: () => write({}),
      });
  // The run may be there from a job that ended before it noted what it had said, which need not be what is true by now.
  const run = isWritten ? known : await write(known);
  await saveCheck(db, repository.id, sha, name, { runId: run.id, digest, conclusion: content.conclusion }, clock.now());
}

function runOf({ conclusion, title, summary, annotations }: CheckContent): CheckRunContent {
  const spans = annotations.map(({ line, ...rest }) => ({ ...rest, startLine: line, endLine: line }));
  return { status: 'completed', conclusion, output: { title, summary, annotations: spans } };
}
