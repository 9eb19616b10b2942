/** Policies as last read: the last good one stays when the file goes bad, with what is wrong beside it. */
import { sql } from 'kysely';
import type { Problem } from '../../core/yaml.js';
import type { ParsedPolicy } from '../../domain/policy/schema.js';
import type { Db } from './database.js';
import { canonicalJson } from './json.js';

/** Whose policy: an organisation is known by its installation. */
export interface PolicyKey {
  readonly scope: 'organisation' | 'repository';
  readonly id: number;
}

export interface StoredPolicy {
  /** Blob of the file as last read; null when there was none. */
  readonly fileSha: string | null;
  /** In force. */
  readonly good: ParsedPolicy | null;
  /** Of the file as last read; empty when that is in force. */
  readonly problems: readonly Problem[];
  readonly readAt: Date;
}

/** Null when it was never read. */
export async function findPolicy(db: Db, { scope, id }: PolicyKey): Promise<StoredPolicy | null> {
  const row = await db
    .selectFrom('policy')
    .selectAll()
    .where('scope', '=', scope)
    .where('scope_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    fileSha: row.file_sha,
    good: row.good as ParsedPolicy | null,
    problems: row.problems as Problem[],
    readAt: row.read_at,
  };
}

/** Answers false, and changes nothing, when a later reading is stored already: of two at once the later one counts. */
export async function savePolicy(db: Db, { scope, id }: PolicyKey, policy: StoredPolicy): Promise<boolean> {
  const columns = {
    file_sha: policy.fileSha,
    good: canonicalJson(policy.good),
    problems: canonicalJson(policy.problems),
    read_at: policy.readAt,
  };
  const saved = await db
    .insertInto('policy')
    .values({ scope, scope_id: id, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['scope', 'scope_id']).doUpdateSet(columns).where('policy.read_at', '<=', policy.readAt),
    )
    .returning('scope_id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** The good policies of many repositories, by id; those that have none are left out. */
export async function goodPolicies(
  db: Db,
  repositoryIds: readonly number[],
): Promise<ReadonlyMap<number, ParsedPolicy>> {
  const rows = await db
    .selectFrom('policy')
    .select(['scope_id', 'good'])
    .where('scope', '=', 'repository')
    .where(sql<boolean>`scope_id = any(${repositoryIds}::bigint[])`)
    .execute();
  return new Map(rows.flatMap(({ scope_id, good }) => (good === null ? [] : [[scope_id, good as ParsedPolicy]])));
}

/** When the policies of these repositories were last read, by id. */
export async function policiesReadAt(db: Db, repositoryIds: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  const rows = await db
    .selectFrom('policy')
    .select(['scope_id', 'read_at'])
    .where('scope', '=', 'repository')
    .where(sql<boolean>`scope_id = any(${repositoryIds}::bigint[])`)
    .execute();
  return new Map(rows.map(({ scope_id, read_at }) => [scope_id, read_at]));
}
