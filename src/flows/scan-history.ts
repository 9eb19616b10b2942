/** Looks at the whole history of a repository, a slice at a time, and reports once what was in it before us. */
import type { RepoRef } from '../core/repo-ref.js';
import { redact } from '../domain/scanner/redact.js';
import { type BlobAt, rememberBlobs } from '../infra/db/clean-blobs.js';
import { inTransaction } from '../infra/db/database.js';
import { addFindings } from '../infra/db/findings.js';
import { clearUnseen, headsUnseen, lockHeads } from '../infra/db/heads.js';
import { endHistoryScan, findHistoryScan, requestHistoryScan, saveProgress } from '../infra/db/history-scans.js';
import type { HistoryBlob } from '../infra/github/changes/history.js';
import { GitFailed } from '../infra/github/errors.js';
import type { Context } from './context.js';
import { sayAgain } from './keep-head.js';
import { look } from './look.js';
import { requestWrite } from './note-edit.js';
import { rename } from './rename-findings.js';
import { reportHistory } from './report-history.js';
import { type HistoryWork, historyJob, readerOf } from './request-history.js';

/** Milliseconds that one job reads for. It is put in line again then, behind other histories, and goes on where it was. */
const SLICE = 4 * 60_000;

/** Milliseconds before a reading in which git failed is tried again: a job that waits for its retry would stop the whole line. */
const AGAIN = 15 * 60_000;

/** Failures in a row after which a reading is given up, and says so. Longer than most outages of GitHub. */
const MOST_FAILURES = 6;

/** What was not seen when git does not even give the commits, by why. */
const GIVEN_UP: Readonly<Record<GitFailed['reason'], string>> = {
  time: 'git takes longer to fetch it than a reading may',
  size: 'its commits and trees alone are more data than a reading may fetch',
  refused: 'GitHub does not let git fetch it',
  missing: 'git did not get all of it',
  failed: 'git could not read it',
};

interface Unseen {
  readonly what: string;
  readonly reason: string;
}

export async function scanHistory({ repository, failures = 0 }: HistoryWork, context: Context): Promise<void> {
  const { clock, job, log } = context;
  const looked = lookedAt(repository, context);
  try {
    await readSlice(repository, looked, context);
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    await looked.keep();
    const inRow = looked.total() > 0 ? 1 : failures + 1;
    log.warn({ repositoryId: repository.id, reason: error.reason, failures: inRow }, 'history not read');
    if (inRow >= MOST_FAILURES) return giveUp(repository, error.reason, context);
    const later = new Date(clock.now().getTime() + AGAIN);
    await context.enqueue([historyJob({ repository, failures: inRow }, job.installationId, later)]);
  }
}

async function giveUp(repository: RepoRef, reason: GitFailed['reason'], context: Context): Promise<void> {
  const commits = (await findHistoryScan(context.db, repository.id))?.commitsDone ?? 0;
  const unseen = [{ what: 'the history', reason: GIVEN_UP[reason] }];
  await end(repository, { commits, covered: [], unseen, coversUntil: context.clock.now() }, context);
}

/**
 * What earlier slices looked at is not looked at again, also after a crash: a blob is remembered as clean, or with its findings
 * on record. What was not seen is tried each time, so that the slice that comes to the end knows of all of it.
 */
async function readSlice(repository: RepoRef, looked: ReturnType<typeof lookedAt>, context: Context): Promise<void> {
  const { db, clock, log } = context;
  // Before anything is fetched: what is pushed from here on may not be in it.
  const coversUntil = clock.now();
  const until = coversUntil.getTime() + SLICE;
  await requestHistoryScan(db, repository.id, readerOf(context), null, clock.now());
  const waiting = await headsUnseen(db, repository.id);
  const covered: string[] = [];
  const unseen: Unseen[] = [];
  let commits = 0;
  for await (const part of context.changes.history(repository)) {
    context.signal.throwIfAborted();
    if (part.kind === 'blob') unseen.push(...(await lookAtBlob(part, looked, repository, context)));
    if (part.kind === 'blob' && looked.count() < KEPT_AT_ONCE) continue;
    await looked.keep();
    if (part.kind === 'commits') {
      commits = part.done;
      covered.push(...part.shas.filter((sha) => waiting.has(sha)));
      await saveProgress(db, repository.id, part, clock.now());
    }
    const isLast = part.kind === 'commits' && part.done === part.total;
    if (part.kind !== 'full' && (isLast || clock.now().getTime() < until)) continue;
    // A moment later: what people wait for goes first.
    const later = new Date(clock.now().getTime() + 1_000);
    await context.enqueue([historyJob({ repository }, context.job.installationId, later)]);
    return;
  }
  await end(repository, { commits, covered, unseen, coversUntil }, context);
  log.info({ repositoryId: repository.id, commits, unseen: unseen.length }, 'history read');
}

/** Blobs that were looked at since they were last remembered: a crash repeats no more than these. */
const KEPT_AT_ONCE = 1000;

function lookedAt({ id: repositoryId }: RepoRef, context: Context) {
  const reader = readerOf(context);
  const { engineVersion } = reader;
  const [clean, recorded]: [BlobAt[], BlobAt[]] = [[], []];
  let total = 0;
  return {
    add: ({ sha, path }: BlobAt, isClean: boolean) => {
      (isClean ? clean : recorded).push({ sha, path });
      total += 1;
    },
    /** All of this slice, those that were remembered included. */
    total: () => total,
    /** Not remembered yet. */
    count: () => clean.length + recorded.length,
    async keep() {
      const [{ db }, now] = [context, context.clock.now()];
      await rememberBlobs(db, { repositoryId, engineVersion }, clean.splice(0), now);
      await rememberBlobs(db, { repositoryId, ...reader }, recorded.splice(0), now);
    },
  };
}

/** Answers what of it was not seen. */
async function lookAtBlob(
  blob: HistoryBlob,
  looked: ReturnType<typeof lookedAt>,
  repository: RepoRef,
  context: Context,
): Promise<readonly Unseen[]> {
  const { sha, path: name, commit, content } = blob;
  const { db, engine, clock } = context;
  const { findings, missed, renamed } = look(name, content, context);
  const reasons = content.kind === 'unseen' ? [content.reason] : missed;
  const path = findings.length + reasons.length === 0 ? name : redact(name, engine);
  await rename(repository, renamed, context);
  const found = findings.map((finding) => ({ finding, path, commit }));
  await addFindings(db, repository.id, found, 'history', clock.now());
  if (reasons.length === 0) looked.add(blob, findings.length === 0);
  return reasons.map((reason) => ({ what: `${path} in ${commit.slice(0, 7)} (blob ${sha.slice(0, 7)})`, reason }));
}

interface Reading {
  readonly commits: number;
  readonly coversUntil: Date;
  /** Heads that were not seen whole, and whose commits all were now. */
  readonly covered: readonly string[];
  readonly unseen: readonly Unseen[];
}

async function end(repository: RepoRef, reading: Reading, context: Context): Promise<void> {
  const { commits, covered, unseen, coversUntil } = reading;
  const { db, clock } = context;
  const before = await findHistoryScan(db, repository.id);
  const seen = unseen.length === 0 ? covered : [];
  const found = await reportHistory(repository, { commits, unseen, before }, context);
  await inTransaction(db, async (trx) => {
    await lockHeads(trx, repository.id);
    await clearUnseen(trx, repository.id, seen);
    await endHistoryScan(
      trx,
      repository.id,
      { ...readerOf(context), commits, found, unseen, coversUntil },
      clock.now(),
    );
  });
  await sayAgain(repository, seen, context);
  await requestWrite(repository.id, context);
}
