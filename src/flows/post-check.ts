/** Puts one check run per head and name on GitHub, and writes it again only when it says something else. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import type { CheckContent } from '../domain/readiness/check-content.js';
import { findCheck, saveCheck } from '../infra/db/heads.js';
import { once } from '../infra/db/effects.js';
import { upsertCheckRun } from '../infra/github/check-runs.js';
import type { CheckRunContent } from '../infra/github/gateway.js';
import type { Context } from './context.js';

export async function postCheck(
  repository: RepoRef,
  sha: string,
  name: string,
  content: CheckContent,
  context: Context,
): Promise<void> {
  const { db, github, clock } = context;
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const posted = await findCheck(db, repository.id, sha, name);
  if (posted?.digest === digest) return;
  const key = { name, headSha: sha, externalId: `${name}:${sha}` };
  const write = async (known: { id?: number; lookFirst?: boolean }) => {
    const run = await upsertCheckRun(github.checks, repository, key, runOf(content), {
      ...known,
      appId: context.app.id,
    });
    return { id: run.id };
  };
  // A crash between the POST and its record must not make a second run: an interrupted first try is looked for.
  const run = posted
    ? await write({ id: posted.runId })
    : await once(db, clock, `check:${repository.id}:${name}:${sha}`, {
        look: () => write({ lookFirst: true }),
        act: () => write({}),
      });
  await saveCheck(db, repository.id, sha, name, { runId: run.id, digest, conclusion: content.conclusion }, clock.now());
}

function runOf({ conclusion, title, summary, annotations }: CheckContent): CheckRunContent {
  const spans = annotations.map(({ line, ...rest }) => ({ ...rest, startLine: line, endLine: line }));
  return { status: 'completed', conclusion, output: { title, summary, annotations: spans } };
}
