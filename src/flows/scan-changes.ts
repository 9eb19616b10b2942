/** Looks at every file of every commit, remembers what was found and what could not be seen, and keeps no value. */
import type { RepoRef } from '../core/repo-ref.js';
import { redact } from '../domain/scanner/redact.js';
import { type BlobAt, rememberBlobs } from '../infra/db/clean-blobs.js';
import { addFindings } from '../infra/db/findings.js';
import type { Head } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import { type Change, Tally } from '../infra/github/changes/change.js';
import type { Context } from './context.js';
import { keepHead, type KeepOptions } from './keep-head.js';
import { look } from './look.js';
import { rename } from './rename-findings.js';

/** Scans `changes` to their end and keeps the verdict on `sha`, on top of what the head that it `follows` carries. */
export async function scanChanges(
  repository: RepoRef,
  sha: string,
  changes: AsyncIterable<Change>,
  follows: string | null,
  context: Context,
  options: KeepOptions = {},
): Promise<Head> {
  const { db, engine, clock } = context;
  const tally = new Tally();
  const sightings: Sighting[] = [];
  const unseen: { what: string; reason: string }[] = [];
  const clean: BlobAt[] = [];
  for await (const change of changes) {
    context.signal.throwIfAborted();
    tally.add(change);
    if (change.kind !== 'file') continue;
    const { commit, blobSha } = change;
    const { findings, missed, renamed } = look(change.path, change.content, context);
    if (findings.length === 0 && missed.length === 0) {
      if (change.content.kind === 'bytes' && blobSha !== null) clean.push({ sha: blobSha, path: change.path });
      continue;
    }
    // A path may hold a value, too, and is kept and shown.
    const path = redact(change.path, engine);
    await rename(repository, renamed, context);
    const found = findings.map((finding) => ({ finding, path, commit }));
    await addFindings(db, repository.id, found, 'push', clock.now());
    sightings.push(...findings.map(({ fingerprint, line }) => ({ fingerprint, path, line, commit })));
    unseen.push(...missed.map((reason) => ({ what: path, reason })));
  }
  await rememberBlobs(db, { repositoryId: repository.id, engineVersion: engine.version }, clean, clock.now());
  const result = tally.result();
  unseen.push(
    ...result.unseen.map(({ path, commit, reason }) => ({
      what: `${redact(path, engine)} in ${commit.slice(0, 7)}`,
      reason,
    })),
  );
  const { commits, files } = result;
  const reading = { sha, follows, engineVersion: engine.version, commits, files, sightings, unseen, standing: null };
  return keepHead(repository, reading, context, options);
}
