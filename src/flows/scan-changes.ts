/** Looks at every file of every commit, remembers what was found and what could not be seen, and keeps no value. */
import type { RepoRef } from '../core/repo-ref.js';
import { addedLinesOfPatch } from '../domain/scanner/diff-reader.js';
import type { Finding } from '../domain/scanner/finding.js';
import { redact } from '../domain/scanner/redact.js';
import { scanAdded } from '../domain/scanner/scan-added.js';
import { type FileScan, scanFile } from '../domain/scanner/scan-file.js';
import { addFindings } from '../infra/db/findings.js';
import type { Head } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import { type Change, type FileChange, Tally } from '../infra/github/changes/change.js';
import type { Context } from './context.js';
import { keepHead } from './keep-head.js';

/** What is less sure than this is not worth stopping anybody for. */
const BLOCKING = new Set(['medium', 'high']);

/** Scans `changes` to their end and keeps the verdict on `sha`, on top of what the head that it `follows` carries. */
export async function scanChanges(
  repository: RepoRef,
  sha: string,
  changes: AsyncIterable<Change>,
  follows: string | null,
  context: Context,
): Promise<Head> {
  const { db, engine, clock } = context;
  const tally = new Tally();
  const sightings: Sighting[] = [];
  const unseen: { what: string; reason: string }[] = [];
  for await (const change of changes) {
    context.signal.throwIfAborted();
    tally.add(change);
    if (change.kind !== 'file') continue;
    const { findings, missed } = look(change, context);
    const blocking = findings.filter(({ confidence }) => BLOCKING.has(confidence));
    await addFindings(db, repository.id, blocking, clock.now());
    if (blocking.length === 0 && missed.length === 0) continue;
    // A path may hold a value, too, and is kept and shown.
    const path = redact(change.path, engine);
    sightings.push(...blocking.map(({ fingerprint, line }) => ({ fingerprint, path, line, commit: change.commit })));
    unseen.push(...missed.map((reason) => ({ what: path, reason })));
  }
  const result = tally.result();
  unseen.push(
    ...result.unseen.map(({ path, commit, reason }) => ({
      what: `${redact(path, engine)} in ${commit.slice(0, 7)}`,
      reason,
    })),
  );
  const { commits, files } = result;
  const reading = { sha, follows, engineVersion: engine.version, commits, files, sightings, unseen };
  return keepHead(repository, reading, context);
}

interface Looked {
  readonly findings: readonly Finding[];
  /** Why the file was not seen whole. */
  readonly missed: readonly string[];
}

function look({ path, content }: FileChange, { engine, fingerprintKey }: Context): Looked {
  switch (content.kind) {
    case 'patch': {
      const { added, unread } = addedLinesOfPatch(content.text, path);
      const scan = scanAdded(engine, added, fingerprintKey);
      return {
        findings: scan.findings,
        missed: [...unread.map(({ reason }) => `its diff is ${reason}`), ...missedBy(scan)],
      };
    }
    case 'bytes': {
      const scan = scanFile(engine, content.bytes, fingerprintKey, path);
      return { findings: scan.findings, missed: missedBy(scan) };
    }
    case 'nothing':
    case 'unseen':
      return { findings: [], missed: [] };
  }
}

function missedBy({ surplus, unseen }: Pick<FileScan, 'surplus' | 'unseen'>): string[] {
  return [
    ...surplus.map(({ ruleId, count }) => `${count} more of ${ruleId} than are listed`),
    ...unseen.map(({ line, endLine, reason }) => `${reason} (lines ${line} to ${endLine})`),
  ];
}
