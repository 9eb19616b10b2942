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
import { setStatus } from './set-status.js';

export interface PostOptions {
  /** Also set a commit status of the name. */
  readonly status?: boolean;
}

/**
 * GitHub adds the annotations of an update to those that are there, and a commit gets no more findings in its own lines than
 * when they were first shown: after that they are left out.
 *
 * The jobs of a head run one after the other, so what is said last was read last; a job that was given up while it ran says
 * nothing any more.
 */
export async function postCheck(
  repository: RepoRef,
  sha: string,
  name: string,
  judged: CheckContent,
  context: Context,
  { status = false }: PostOptions = {},
): Promise<void> {
  const { db, github, clock, signal } = context;
  signal.throwIfAborted();
  const content = withMissing(judged, await missingFor(context));
  const digest = digestOf(content);
  const posted = await findCheck(db, repository.id, sha, name);
  if (posted?.digest === digest) return;
  const key = { name, headSha: sha, externalId: `${name}:${sha}` };
  const wasAnnotated = posted?.annotated === true;
  const said = runOf(wasAnnotated ? { ...content, annotations: [] } : content);
  let written: string | null | undefined;
  const write = async (known: { id?: number; lookFirst?: boolean }) => {
    const { id, url } = await upsertCheckRun(github.checks, repository, key, said, { ...known, appId: context.app.id });
    written = url;
    return { id };
  };
  // A crash between the POST and its record must not make a second run: an interrupted first try is looked for.
  const known = posted
    ? { id: posted.runId }
    : await once(db, clock, `check:${repository.id}:${name}:${sha}`, {
        look: () => write({ lookFirst: true }),
        act: () => write({}),
      });
  // The run may be there from a job that ended before it noted what it had said, which need not be what is true by now.
  const run = written === undefined ? await write(known) : known;
  const conclusion = content.conclusion ?? 'pending';
  // Before the run is noted: a crash in between says the status twice, which is harmless, and never not at all.
  if (status && conclusion !== posted?.conclusion)
    await setStatus(repository, sha, name, content, written ?? null, context);
  const annotated = wasAnnotated || content.annotations.length > 0;
  await saveCheck(db, repository.id, sha, name, { runId: run.id, digest, conclusion, annotated }, clock.now());
}

/** Names what a check says: the same is never written twice. */
export function digestOf(content: CheckContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function runOf({ conclusion, title, summary, annotations, actions = [] }: CheckContent): CheckRunContent {
  const spans = annotations.map(({ line, ...rest }) => ({ ...rest, startLine: line, endLine: line }));
  const output = { title, summary, annotations: spans };
  return conclusion === null
    ? { status: 'in_progress', output, actions: [] }
    : { status: 'completed', conclusion, output, actions };
}
