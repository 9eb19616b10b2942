/** Facts of repositories that policies ask for, as GitHub last told them. */
import { sql } from 'kysely';
import type { RepositoryFacts } from '../../domain/policy/facts.js';
import type { Db } from './database.js';
import { canonicalJson } from './json.js';

/** `name` is in the repository's own row. */
export type Facts = Omit<RepositoryFacts, 'name'>;

/** By repository; those of which nothing is known are left out. */
export async function findFacts(db: Db, repositoryIds: readonly number[]): Promise<ReadonlyMap<number, Facts>> {
  const rows = await db
    .selectFrom('repository_facts')
    .selectAll()
    .where(sql<boolean>`repository_id = any(${repositoryIds}::bigint[])`)
    .execute();
  return new Map(rows.map(({ repository_id, ...facts }) => [repository_id, facts]));
}

/** Adds or updates. */
export async function saveFacts(db: Db, repositoryId: number, facts: Facts): Promise<void> {
  const columns = {
    visibility: facts.visibility,
    topics: canonicalJson(facts.topics),
    language: facts.language,
    properties: canonicalJson(facts.properties),
  };
  await db
    .insertInto('repository_facts')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}

/** True when they say the same. */
export function sameFacts(a: Facts, b: Facts): boolean {
  const text = ({ visibility, topics, language, properties }: Facts) =>
    canonicalJson({ visibility, topics, language, properties });
  return text(a) === text(b);
}
