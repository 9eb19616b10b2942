/** Who installed us and on which repositories. Rows are never deleted: history refers to them. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.js';
import { doubtPullRequests } from './pull-requests.js';
import { forgetRemoved } from './readiness.js';
import type { InstallationTable, RepositoryTable } from './schema.js';

export type InstallationRow = Selectable<InstallationTable>;
export type RepositoryRow = Selectable<RepositoryTable>;

export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly accountType: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  readonly suspendedAt: Date | null;
}

export interface Repository {
  readonly id: number;
  readonly installationId: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly hasIssues: boolean;
  readonly defaultBranch: string | null;
}

/** PostgreSQL takes 65,535 parameters a statement; a repository has 10. */
const ROWS_PER_STATEMENT = 1000;

/** Adds or updates; an installation that had been removed is there again. */
export async function saveInstallation(db: Db, installation: Installation): Promise<void> {
  const row = {
    account: installation.account,
    account_type: installation.accountType,
    permissions: JSON.stringify(installation.permissions),
    events: JSON.stringify(installation.events),
    suspended_at: installation.suspendedAt,
    removed_at: null,
  };
  await db
    .insertInto('installation')
    .values({ id: installation.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Nothing is heard of it until it is lifted, which `saveInstallation` does. */
export async function suspendInstallation(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('installation').set({ suspended_at: at }).where('id', '=', id).execute();
  const rows = await db.selectFrom('repository').select('id').where('installation_id', '=', id).execute();
  await doubtPullRequests(
    db,
    rows.map((row) => row.id),
    at,
  );
}

/** The installation and all its repositories. */
export async function removeInstallation(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('installation').set({ removed_at: at }).where('id', '=', id).execute();
  const rows = await db
    .updateTable('repository')
    .set({ removed_at: at })
    .where('installation_id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  await forgetRemoved(db);
  await doubtPullRequests(
    db,
    rows.map((row) => row.id),
    at,
  );
}

/** Undefined when unknown; removed ones are answered with their `removed_at`. */
export function findInstallation(db: Db, id: number): Promise<InstallationRow | undefined> {
  return db.selectFrom('installation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Those that are installed and not suspended. */
export function activeInstallations(db: Db): Promise<InstallationRow[]> {
  return db
    .selectFrom('installation')
    .selectAll()
    .where('removed_at', 'is', null)
    .where('suspended_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Adds or updates (renames, transfers, visibility); removed ones are there again. Ids in `repositories` are distinct. */
export async function saveRepositories(db: Db, repositories: readonly Repository[]): Promise<void> {
  for (let from = 0; from < repositories.length; from += ROWS_PER_STATEMENT) {
    await db
      .insertInto('repository')
      .values(
        repositories.slice(from, from + ROWS_PER_STATEMENT).map((repository) => ({
          id: repository.id,
          installation_id: repository.installationId,
          owner: repository.owner,
          name: repository.name,
          private: repository.private,
          fork: repository.fork,
          archived: repository.archived,
          has_issues: repository.hasIssues,
          default_branch: repository.defaultBranch,
          removed_at: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          installation_id: row.ref('excluded.installation_id'),
          owner: row.ref('excluded.owner'),
          name: row.ref('excluded.name'),
          private: row.ref('excluded.private'),
          fork: row.ref('excluded.fork'),
          archived: row.ref('excluded.archived'),
          has_issues: row.ref('excluded.has_issues'),
          // Installation events do not carry it: what is known stays.
          default_branch: sql<string | null>`coalesce(excluded.default_branch, repository.default_branch)`,
          removed_at: null,
        })),
      )
      .execute();
  }
}

/**
 * Taken out of the installation, or deleted. With `from` only those that are (still) of that installation: a repository that
 * moved between two may be added to the one before it is taken out of the other.
 */
export async function removeRepositories(db: Db, ids: readonly number[], at: Date, from?: number): Promise<void> {
  if (ids.length === 0) return;
  let update = db.updateTable('repository').set({ removed_at: at }).where(sql<boolean>`id = any(${ids}::bigint[])`);
  if (from !== undefined) update = update.where('installation_id', '=', from);
  await update.execute();
  await forgetRemoved(db);
  await doubtPullRequests(db, ids, at);
}

/** Undefined when unknown; removed ones are answered with their `removed_at`. */
export function findRepository(db: Db, id: number): Promise<RepositoryRow | undefined> {
  return db.selectFrom('repository').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A commit that the default branch is known to have been at. */
export async function saveDefaultHead(db: Db, id: number, sha: string): Promise<void> {
  await db.updateTable('repository').set({ default_sha: sha }).where('id', '=', id).execute();
}

/** A page of the repositories that are ours to look after, by id. */
export function activeRepositories(
  db: Db,
  query: { readonly installationId?: number; readonly after?: number; readonly limit: number },
): Promise<RepositoryRow[]> {
  let select = db
    .selectFrom('repository')
    .selectAll()
    .where('removed_at', 'is', null)
    .where('id', '>', query.after ?? 0);
  if (query.installationId !== undefined) select = select.where('installation_id', '=', query.installationId);
  return select.orderBy('id').limit(query.limit).execute();
}
