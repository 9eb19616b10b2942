/** Keeps what a reading found on a head, on top of what the head before it carries, whichever of the two was read first. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Db, inTransaction } from '../infra/db/database.js';
import { findHead, type Head, headsAfter, lockHeads, saveHead } from '../infra/db/heads.js';
import type { Context } from './context.js';

export interface KeepOptions {
  /** All that an earlier reading saw of the head was read once more: of what it could not see, only what cannot be seen now is left. */
  readonly isAnew?: boolean;
}

/** Answers the head as it is known from now on, and has the heads that went on from it before it was known said again. */
export async function keepHead(
  repository: RepoRef,
  reading: Head,
  context: Context,
  { isAnew = false }: KeepOptions = {},
): Promise<Head> {
  const { db, clock } = context;
  const { head, late } = await inTransaction(db, async (trx) => {
    await lockHeads(trx, repository.id);
    const earlier = keptOf(await findHead(trx, repository.id, reading.sha), reading);
    const kept = earlier !== null && isAnew ? { ...earlier, unseen: [] } : earlier;
    const follows = reading.follows ?? kept?.follows ?? null;
    const carried = follows === null ? null : await findHead(trx, repository.id, follows);
    const head = { ...joined(joined(reading, kept), carried), follows };
    await saveHead(trx, repository.id, head, clock.now());
    return { head, late: await passOn(trx, repository.id, head, clock.now()) };
  });
  await sayAgain(repository, late, context);
  return head;
}

/**
 * What was known of the head and stays so. What other rules found on it is looked for again by these, unless this reading saw
 * fewer commits: a new branch at the head of the default branch brings none.
 */
function keptOf(earlier: Head | null, { engineVersion, commits }: Head): Head | null {
  if (earlier === null) return null;
  return earlier.engineVersion === engineVersion || commits < earlier.commits ? earlier : null;
}

/** Asks for the check on each head to be written again if it says something else by now. */
export async function sayAgain(repository: RepoRef, shas: readonly string[], context: Context): Promise<void> {
  await context.enqueue(
    shas.map((sha) => ({
      handler: 'judge-head',
      subject: `head:${repository.id}:${sha}`,
      key: `judge-head:${repository.id}:${sha}`,
      installationId: context.job.installationId,
      data: { repository, sha },
    })),
  );
}

/** Gives what `head` carries to all that go on from it; answers the shas of those that had not known. */
async function passOn(trx: Db, repositoryId: number, head: Head, now: Date): Promise<string[]> {
  const told: string[] = [];
  const line = [head];
  for (let from = line.shift(); from !== undefined; from = line.shift()) {
    for (const follower of await headsAfter(trx, repositoryId, from.sha)) {
      const next = joined(follower, from);
      if (next.sightings.length === follower.sightings.length && next.unseen.length === follower.unseen.length)
        continue;
      await saveHead(trx, repositoryId, next, now);
      told.push(next.sha);
      line.push(next);
    }
  }
  return told;
}

/** `head` with what `other` knows, each thing once, `other`'s first as the older. */
export function joined(head: Head, other: Head | null): Head {
  if (other === null) return head;
  const sightings = unique([...other.sightings, ...head.sightings]);
  return {
    ...head,
    sightings,
    unseen: unique([...other.unseen, ...head.unseen]),
    // What came with `other` has to be looked up as well.
    standing: sightings.length === head.sightings.length ? head.standing : null,
  };
}

function unique<T extends object>(all: readonly T[]): readonly T[] {
  const keyOf = (one: T) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
