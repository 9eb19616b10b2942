/** Looks at every file of every commit, remembers what was found and what could not be seen, and keeps no value. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Finding, findingsOf } from '../domain/scanner/finding.js';
import { findingsInPatch } from '../domain/scanner/patch.js';
import type { Surplus } from '../domain/scanner/match.js';
import { addFindings } from '../infra/db/findings.js';
import { type Head, saveHead } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import { type Change, type FileChange, Tally } from '../infra/github/changes/change.js';
import type { Context } from './context.js';

/** What is less sure than this is not worth stopping anybody for. */
const BLOCKING = new Set(['medium', 'high']);

/** Scans `changes` to their end, on top of what `carried` knew, and saves the verdict on `sha`. */
export async function scanChanges(
  repository: RepoRef,
  sha: string,
  changes: AsyncIterable<Change>,
  carried: Head | null,
  context: Context,
): Promise<Head> {
  const { db, engine, clock } = context;
  const tally = new Tally();
  const sightings: Sighting[] = [...(carried?.sightings ?? [])];
  const unseen = [...(carried?.unseen ?? [])];
  for await (const change of changes) {
    context.signal.throwIfAborted();
    tally.add(change);
    if (change.kind !== 'file') continue;
    const { findings, surplus } = look(change, context);
    const blocking = findings.filter(({ confidence }) => BLOCKING.has(confidence));
    await addFindings(db, repository.id, blocking, clock.now());
    sightings.push(...blocking.map((finding) => sightingOf(finding, change)));
    unseen.push(...surplus.map(({ ruleId, count }) => ({ what: change.path, reason: `${count} more of ${ruleId} than are listed` })));
  }
  const result = tally.result();
  unseen.push(...result.unseen.map(({ path, commit, reason }) => ({ what: `${path} in ${commit.slice(0, 7)}`, reason })));
  const { commits, files } = result;
  const head: Head = { sha, engineVersion: engine.version, commits, files, sightings, unseen };
  await saveHead(db, repository.id, head, clock.now());
  return head;
}

interface Looked {
  readonly findings: readonly Finding[];
  readonly surplus: readonly Surplus[];
}

function look({ path, content }: FileChange, { engine, fingerprintKey }: Context): Looked {
  switch (content.kind) {
    case 'patch':
      return findingsInPatch(engine, content.text, fingerprintKey, path);
    case 'bytes': {
      const text = decode(content.bytes);
      const { matches, surplus } = engine.scanText(text, { path });
      return { findings: findingsOf(text, matches, fingerprintKey, path), surplus };
    }
    case 'nothing':
    case 'unseen':
      return { findings: [], surplus: [] };
  }
}

/** UTF-8, or one character a byte: a key in a binary file is still a key. */
function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') ? buffer.toString('latin1') : text;
}

function sightingOf({ fingerprint, line }: Finding, { path, commit }: FileChange): Sighting {
  return { fingerprint, path, line, commit };
}
