/** What verifiers said of each repository: one row, the newest run, which says whose turn is next. */
import { sql } from 'kysely';
import type { RepoRef } from '../../core/repo-ref.js';
import type { Db } from './database.js';
import type { KeptVerdict } from './service-tables.js';

export type { KeptVerdict } from './service-tables.js';

/** By the verifier's name; empty before the first run. */
export async function keptVerdicts(db: Db, repositoryId: number): Promise<ReadonlyMap<string, KeptVerdict>> {
  const row = await db
    .selectFrom('verification')
    .select('verdicts')
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  return new Map(Object.entries(row?.verdicts ?? {}));
}

/** Replaces what the run before it saw. */
export async function saveVerification(
  db: Db,
  repositoryId: number,
  verdicts: ReadonlyMap<string, KeptVerdict>,
  now: Date,
): Promise<void> {
  const columns = { ran_at: now, verdicts: JSON.stringify(Object.fromEntries(verdicts)) };
  await db
    .insertInto('verification')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}

export interface DueRepository {
  readonly repository: RepoRef;
  readonly installationId: number;
}

/**
 * Repositories with a baseline issue that were neither looked at nor put in line since `before`, those that waited longest
 * first; of each installation `each` at most.
 */
export async function dueForVerification(
  db: Db,
  { before, each }: { readonly before: Date; readonly each: number },
): Promise<readonly DueRepository[]> {
  const { rows } = await sql<{ id: number; owner: string; name: string; installation_id: number }>`
    select id, owner, name, installation_id from (
      select repository.*, row_number() over (
        partition by repository.installation_id
        order by greatest(ran_at, asked_at) nulls first, repository.id
      ) as place
      from repository
      join installation on installation.id = repository.installation_id
      join baseline on baseline.repository_id = repository.id and baseline.issue_number is not null
      left join verification on verification.repository_id = repository.id
      where repository.removed_at is null and not repository.archived
        and installation.removed_at is null and installation.suspended_at is null
        and (greatest(ran_at, asked_at) is null or greatest(ran_at, asked_at) < ${before})
    ) as due where place <= ${each} order by installation_id, place`.execute(db);
  return rows.map(({ id, owner, name, installation_id }) => ({
    repository: { id, owner, name },
    installationId: installation_id,
  }));
}

/** Their turn has come: whatever becomes of it, others are next. */
export async function noteAsked(db: Db, repositoryIds: readonly number[], now: Date): Promise<void> {
  if (repositoryIds.length === 0) return;
  await db
    .insertInto('verification')
    .values(repositoryIds.map((repository_id) => ({ repository_id, asked_at: now, verdicts: '{}' })))
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ asked_at: now }))
    .execute();
}

/** Something changed for the whole organisation: all its repositories are due again, in the order in which they were. */
export async function askAnew(db: Db, installationId: number): Promise<void> {
  await db
    .updateTable('verification')
    .set({ ran_at: sql`ran_at - interval '1 day'`, asked_at: sql`asked_at - interval '1 day'` })
    .where('repository_id', 'in', (select) =>
      select.selectFrom('repository').select('id').where('installation_id', '=', installationId),
    )
    .execute();
}
