/** Tokens with which programs read an organisation's reports: we keep what recognises them, never what they are. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction } from './database.js';
import { appendJournal } from './journal.js';
import { storable } from './json.js';

/** As our own scanner, and everybody's, finds them. */
const PREFIX = 'seaworthy_';
const SHAPE = /^seaworthy_[\w-]{43}$/;

/** Milliseconds between two notes of a token's use. */
const NOTED_EVERY = 60_000;

export interface ApiToken {
  readonly id: number;
  readonly name: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
}

export interface NewApiToken {
  readonly installationId: number;
  readonly name: string;
  /** Login. */
  readonly by: string;
  readonly at: Date;
  readonly endsAt: Date;
}

/** Answers the token, which is nowhere from then on; null where a token of this name is in use. */
export function makeApiToken(
  db: Db,
  { installationId, by, at, endsAt, ...asked }: NewApiToken,
): Promise<string | null> {
  const name = storable(asked.name);
  const token = PREFIX + randomBytes(32).toString('base64url');
  return inTransaction(db, async (trx) => {
    // A name is free again once its token has ended.
    await trx
      .updateTable('api_token')
      .set({ revoked_at: at })
      .where('installation_id', '=', installationId)
      .where('revoked_at', 'is', null)
      .where('ends_at', '<=', at)
      .execute();
    const row = await trx
      .insertInto('api_token')
      .values({
        digest: digestOf(token),
        installation_id: installationId,
        name,
        made_by: by,
        made_at: at,
        ends_at: endsAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return null;
    const data = { id: row.id, name, endsAt: endsAt.toISOString() };
    await appendJournal(trx, [entry(installationId, by, at, 'token.made', data)]);
    return token;
  });
}

/** Those that still work, the one that ends first before the others. */
export async function apiTokens(db: Db, installationId: number, now: Date): Promise<readonly ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('installation_id', '=', installationId)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('ends_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, made_by: madeBy, made_at: madeAt, ends_at: endsAt, used_at: usedAt }) => ({
    id,
    name,
    madeBy,
    madeAt,
    endsAt,
    usedAt,
  }));
}

/** Its name; null where the installation has no such token that works. */
export function revokeApiToken(
  db: Db,
  {
    installationId,
    id,
    by,
    at,
  }: { readonly installationId: number; readonly id: number; readonly by: string; readonly at: Date },
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const row = await trx
      .updateTable('api_token')
      .set({ revoked_at: at, revoked_by: by })
      .where('id', '=', id)
      .where('installation_id', '=', installationId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (row === undefined) return null;
    await appendJournal(trx, [entry(installationId, by, at, 'token.revoked', { id, name: row.name })]);
    return row.name;
  });
}

/** The installation whose reports the token opens; null for one that is unknown, ended, revoked, or whose account left us. */
export async function installationOfToken(db: Db, token: string, now: Date): Promise<number | null> {
  if (!SHAPE.test(token)) return null;
  const row = await db
    .selectFrom('api_token')
    .innerJoin('installation', 'installation.id', 'api_token.installation_id')
    .select(['api_token.id', 'installation_id', 'used_at'])
    .where('digest', '=', digestOf(token))
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .where('installation.removed_at', 'is', null)
    .where('installation.suspended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.used_at === null || now.getTime() - row.used_at.getTime() >= NOTED_EVERY)
    await sql`update api_token set used_at = ${now} where id = ${row.id}`.execute(db);
  return row.installation_id;
}

/** 256 random bits need no slow hash. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** About no repository: the subject says whose it is. */
function entry(installationId: number, actor: string, at: Date, kind: string, data: unknown) {
  return { at, actor, repositoryId: null, subject: `installation:${installationId}`, kind, data };
}
