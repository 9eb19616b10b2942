/** Who may see what on the pages, as GitHub last told it to the person themselves. Every page and export hangs on these rows. */
import { sql } from 'kysely';
import type { Permission, Seat } from './access-tables.js';
import { type Db, inTransaction } from './database.js';
import { storable } from './json.js';

export type { Permission, Seat } from './access-tables.js';

/** Somebody who is signed in. */
export interface Viewer {
  /** GitHub's number of the person: logins change hands. */
  readonly userId: number;
  readonly login: string;
}

/** What somebody may see: of the installations of ours, and of the repositories in them. */
export interface Sight {
  readonly installations: ReadonlyMap<number, Seat>;
  readonly repositories: ReadonlyMap<number, Permission>;
}

/** An account that has Seaworthy, as one person finds it. */
export interface SeenOrganisation {
  readonly installationId: number;
  readonly account: string;
  readonly seat: Seat;
}

export interface SeenRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly permission: Permission;
}

/** How old what we know of a viewer is; null when nothing was asked yet. */
export interface Freshness {
  readonly checkedAt: Date;
  /** A webhook said since then that something changed. */
  readonly isOutdated: boolean;
}

/** Knows them by this login from now on; what they may see is asked about anew before they see a page. */
export async function saveViewer(db: Db, { userId, login }: Viewer, at: Date): Promise<void> {
  const columns = { login, outdated_at: at };
  await db
    .insertInto('viewer')
    .values({ user_id: userId, ...columns })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
    .execute();
}

export async function freshnessOf(db: Db, { userId }: Viewer): Promise<Freshness | null> {
  const row = await db
    .selectFrom('viewer')
    .select(['checked_at', 'outdated_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row?.checked_at == null) return null;
  return { checkedAt: row.checked_at, isOutdated: row.outdated_at !== null && row.outdated_at >= row.checked_at };
}

/**
 * Replaces what the viewer may see. Rows that are as they were are not touched.
 * @param askedAt when the question began: what changed after it is not in the answer. An answer to an older question is dropped.
 */
export function saveSight(db: Db, { userId, login }: Viewer, sight: Sight, askedAt: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const saved = await trx
      .insertInto('viewer')
      .values({ user_id: userId, login, checked_at: askedAt })
      .onConflict((conflict) =>
        conflict
          .column('user_id')
          .doUpdateSet({ login, checked_at: askedAt })
          .where((eb) => eb.or([eb('viewer.checked_at', 'is', null), eb('viewer.checked_at', '<=', askedAt)])),
      )
      .returning('user_id')
      .execute();
    if (saved.length === 0) return;
    const [installations, seats] = [[...sight.installations.keys()], [...sight.installations.values()]];
    await sql`delete from viewer_installation where user_id = ${userId} and not exists (
      select from unnest(${installations}::bigint[]) as seen(id) where seen.id = installation_id)`.execute(trx);
    await sql`insert into viewer_installation (user_id, installation_id, seat)
      select ${userId}::bigint, seen.id, seen.seat
      from unnest(${installations}::bigint[], ${seats}::text[]) as seen(id, seat)
      on conflict (user_id, installation_id) do update set seat = excluded.seat
      where viewer_installation.seat <> excluded.seat`.execute(trx);
    const [repositories, permissions] = [[...sight.repositories.keys()], [...sight.repositories.values()]];
    await sql`delete from viewer_repository where user_id = ${userId} and not exists (
      select from unnest(${repositories}::bigint[]) as seen(id) where seen.id = repository_id)`.execute(trx);
    await sql`insert into viewer_repository (user_id, repository_id, permission)
      select ${userId}::bigint, seen.id, seen.permission
      from unnest(${repositories}::bigint[], ${permissions}::text[]) as seen(id, permission)
      on conflict (user_id, repository_id) do update set permission = excluded.permission
      where viewer_repository.permission <> excluded.permission`.execute(trx);
  });
}

/** By name; accounts that removed or suspended us are not among them. */
export async function organisationsOf(db: Db, { userId }: Viewer): Promise<readonly SeenOrganisation[]> {
  const rows = await seen(db, userId).orderBy(sql`lower(account)`).execute();
  return rows.map(toOrganisation);
}

/** Null when there is none of this name, or the viewer may not know of it: the two look alike. */
export async function findOrganisation(db: Db, { userId }: Viewer, account: string): Promise<SeenOrganisation | null> {
  const row = await seen(db, userId)
    .where(sql<boolean>`lower(account) = lower(${storable(account)})`)
    .executeTakeFirst();
  return row === undefined ? null : toOrganisation(row);
}

/** Null when there is none of this name in the installation, or the viewer may not know of it: the two look alike. */
export async function findSeenRepository(
  db: Db,
  { userId }: Viewer,
  installationId: number,
  name: string,
): Promise<SeenRepository | null> {
  const row = await db
    .selectFrom('repository')
    .innerJoin('viewer_repository', 'viewer_repository.repository_id', 'repository.id')
    .select(['id', 'owner', 'name', 'private', 'permission'])
    .where('viewer_repository.user_id', '=', userId)
    .where('repository.installation_id', '=', installationId)
    .where('repository.removed_at', 'is', null)
    .where(sql<boolean>`lower(name) = lower(${storable(name)})`)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, owner, private: isPrivate, permission } = row;
  return { id, owner, name: row.name, isPrivate, permission };
}

/** One person, or whoever has to do with the installation or sees the repository, which may have come from another one. */
export type Concerned =
  | { readonly userId: number }
  | { readonly installationId: number; readonly repositoryId: number | null };

/** Those who are concerned are asked about again before they see another page. */
export async function markOutdated(db: Db, concerned: Concerned, at: Date): Promise<void> {
  const update = db.updateTable('viewer').set({ outdated_at: at });
  if ('userId' in concerned) {
    await update.where('user_id', '=', concerned.userId).execute();
    return;
  }
  const { installationId, repositoryId } = concerned;
  const ofInstallation = db
    .selectFrom('viewer_installation')
    .select('user_id')
    .where('installation_id', '=', installationId);
  const ofRepository = db
    .selectFrom('viewer_repository')
    .select('user_id')
    .where('repository_id', '=', repositoryId ?? NO_REPOSITORY);
  await update.where((eb) => eb.or([eb('user_id', 'in', ofInstallation), eb('user_id', 'in', ofRepository)])).execute();
}

/** GitHub numbers from 1. */
const NO_REPOSITORY = 0;

/** What was known of somebody who withdrew their authorisation. */
export async function forgetViewer(db: Db, userId: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('viewer_repository').where('user_id', '=', userId).execute();
    await trx.deleteFrom('viewer_installation').where('user_id', '=', userId).execute();
    await trx.deleteFrom('viewer').where('user_id', '=', userId).execute();
  });
}

function seen(db: Db, userId: number) {
  return db
    .selectFrom('viewer_installation')
    .innerJoin('installation', 'installation.id', 'viewer_installation.installation_id')
    .select(['installation.id', 'account', 'seat'])
    .where('viewer_installation.user_id', '=', userId)
    .where('installation.removed_at', 'is', null)
    .where('installation.suspended_at', 'is', null);
}

function toOrganisation({ id, account, seat }: { id: number; account: string; seat: Seat }): SeenOrganisation {
  return { installationId: id, account, seat };
}
