/** Who is signed in. What a session holds is sealed with its cookie, which is not here: a stolen table opens nothing. */
import { sql } from 'kysely';
import type { Db } from './database.js';
import type { Viewer } from './viewers.js';

export interface StoredSession {
  readonly id: string;
  readonly viewer: Viewer;
  readonly sealedToken: string;
  readonly sealedMessage: string | null;
  readonly seenAt: Date;
}

export interface NewSession {
  readonly id: string;
  readonly userId: number;
  readonly sealedToken: string;
  readonly createdAt: Date;
  readonly endsAt: Date;
}

export async function saveSession(db: Db, { id, userId, sealedToken, createdAt, endsAt }: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id,
      user_id: userId,
      sealed_token: sealedToken,
      created_at: createdAt,
      seen_at: createdAt,
      ends_at: endsAt,
    })
    .execute();
}

/** Null for one that is not there, has ended by `now`, or was not used since `idleSince`. */
export async function findSession(
  db: Db,
  id: string,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<StoredSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('viewer', 'viewer.user_id', 'session.user_id')
    .select(['id', 'session.user_id', 'login', 'sealed_token', 'sealed_message', 'seen_at'])
    .where('id', '=', id)
    .where('ends_at', '>', now)
    .where('seen_at', '>', idleSince)
    .executeTakeFirst();
  if (row === undefined) return null;
  const viewer = { userId: row.user_id, login: row.login };
  const { sealed_token: sealedToken, sealed_message: sealedMessage, seen_at: seenAt } = row;
  return { id, viewer, sealedToken, sealedMessage, seenAt };
}

export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute();
}

/** Keeps what the last form came to, in place of what was kept before. */
export async function keepMessage(db: Db, id: string, sealedMessage: string): Promise<void> {
  await db.updateTable('session').set({ sealed_message: sealedMessage }).where('id', '=', id).execute();
}

export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute();
}

/** Signs a person out everywhere. */
export async function endSessionsOf(db: Db, userId: number): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).execute();
}

/** Forgets sessions that are over, and what was known of people who are not signed in anywhere any more. */
export async function pruneSessions(
  db: Db,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<void> {
  await sql`delete from session where ends_at <= ${now} or seen_at <= ${idleSince}`.execute(db);
  const gone = sql`user_id not in (select user_id from session)`;
  await sql`delete from viewer_repository where ${gone}`.execute(db);
  await sql`delete from viewer_installation where ${gone}`.execute(db);
  // Between saving who came and their session lies a moment.
  await sql`delete from viewer where ${gone} and coalesce(greatest(checked_at, outdated_at) <= ${idleSince}, true)`.execute(
    db,
  );
}
