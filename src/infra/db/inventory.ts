/** What each repository is made of, kept so that "who runs this package?" is one look-up however many repositories there are. */
import { sql } from 'kysely';
import type { Component } from '../../domain/inventory/component.js';
import { type Db, inTransaction } from './database.js';
import type { RepositoryRow } from './installations.js';

/** Where a package is used, in which version. */
export interface Use {
  readonly repositoryId: number;
  readonly owner: string;
  readonly repository: string;
  readonly isPrivate: boolean;
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  readonly readAt: Date;
}

/** How much of an organisation an answer speaks of. */
export interface Coverage {
  readonly read: number;
  /** Never read, or GitHub has no bill of materials for it. */
  readonly unread: number;
}

/** Python's names are one with `-`, `_` or `.`, in any case (PEP 503); elsewhere only the case is. */
export function canonicalName(ecosystem: string, name: string): string {
  const lower = name.toLowerCase();
  return ecosystem === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower;
}

const shortOf = (canonical: string): string => canonical.slice(canonical.lastIndexOf('/') + 1);

/** Takes the place of what was known of the repository. */
export async function saveInventory(
  db: Db,
  repositoryId: number,
  components: readonly Component[],
  now: Date,
): Promise<void> {
  const ecosystems = components.map(({ ecosystem }) => ecosystem);
  const names = components.map(({ name }) => name);
  const versions = components.map(({ version }) => version);
  const shorts = components.map(({ ecosystem, name }) => shortOf(canonicalName(ecosystem, name)));
  await inTransaction(db, async (trx) => {
    await sql`delete from component where repository_id = ${repositoryId}`.execute(trx);
    // In the same order by everybody, so that two repositories at once cannot wait for each other.
    await sql`
      insert into package (ecosystem, name, short)
      select distinct on (ecosystem, name) ecosystem, name, short
      from unnest(${ecosystems}::text[], ${names}::text[], ${shorts}::text[]) as given (ecosystem, name, short)
      order by ecosystem, name
      on conflict do nothing`.execute(trx);
    await sql`
      insert into component (repository_id, package_id, version)
      select ${repositoryId}, package.id, given.version
      from unnest(${ecosystems}::text[], ${names}::text[], ${versions}::text[]) as given (ecosystem, name, version)
      join package using (ecosystem, name)
      on conflict do nothing`.execute(trx);
    await markRead(trx, repositoryId, null, now);
  });
}

/** There is nothing to read, and `problem` says why; what was known before is known no more. */
export async function saveNoInventory(db: Db, repositoryId: number, problem: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`delete from component where repository_id = ${repositoryId}`.execute(trx);
    await markRead(trx, repositoryId, problem, now);
  });
}

async function markRead(trx: Db, repositoryId: number, problem: string | null, now: Date): Promise<void> {
  const columns = { read_at: now, problem };
  await trx
    .insertInto('inventory')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}

/**
 * Every use of a package of this name in the repositories of an installation; of all of them when it is null. A name without its
 * namespace finds it in any: `log4j-core` is in `org.apache.logging.log4j`. What uses them is looked up first, whatever
 * the planner thinks: without figures about the tables, which the embedded database gathers once a day, it reads every component.
 */
export async function usesOf(
  db: Db,
  installationId: number | null,
  { ecosystem, name }: { readonly ecosystem: string | null; readonly name: string },
): Promise<readonly Use[]> {
  const spellings = [name.toLowerCase(), canonicalName('pypi', name)];
  const { rows } = await sql<Use>`
    with used as materialized (
      select repository_id, package_id, version from component
      where package_id = any(array(
        select id from package
        where short = any(${spellings.map(shortOf)}::text[])
          and (${ecosystem}::text is null or ecosystem = ${ecosystem}::text)
      ))
    )
    select repository.id as "repositoryId", repository.owner, repository.name as repository,
      repository.private as "isPrivate", package.ecosystem, package.name, used.version, inventory.read_at as "readAt"
    from used
    join package on package.id = used.package_id
    join repository on repository.id = used.repository_id and repository.removed_at is null
    join inventory on inventory.repository_id = repository.id
    where ${installationId}::bigint is null or repository.installation_id = ${installationId}::bigint
    order by lower(repository.owner), lower(repository.name), package.ecosystem, package.name, used.version`.execute(
    db,
  );
  return rows.filter((use) => isNamed(use, name));
}

function isNamed(use: Use, asked: string): boolean {
  const [full, wanted] = [canonicalName(use.ecosystem, use.name), canonicalName(use.ecosystem, asked)];
  return full === wanted || full.endsWith(`/${wanted}`);
}

/**
 * Repositories never read, or read before `before`, the longest ago first. Archived ones are read once. Left out are those whose
 * reading is in line, or was given up since `before`: they would be the first again and again, and nobody else's turn would come.
 */
export async function withoutInventory(db: Db, before: Date, limit: number): Promise<RepositoryRow[]> {
  return db
    .selectFrom('repository')
    .leftJoin('inventory', 'inventory.repository_id', 'repository.id')
    .innerJoin('installation', 'installation.id', 'repository.installation_id')
    .selectAll('repository')
    .where('repository.removed_at', 'is', null)
    .where('installation.removed_at', 'is', null)
    .where('installation.suspended_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb('inventory.read_at', 'is', null),
        and([eb('inventory.read_at', '<', before), eb('repository.archived', '=', false)]),
      ]),
    )
    .where(
      sql<boolean>`not exists (select from job where job.subject = 'inventory:' || repository.id
        and job.state <> 'done' and (job.state <> 'parked' or job.finished_at >= ${before}))`,
    )
    .orderBy(sql`inventory.read_at nulls first`)
    .orderBy('repository.id')
    .limit(limit)
    .execute();
}

/** Of the repositories of an installation, or of all when it is null. */
export async function coverageOf(db: Db, installationId: number | null): Promise<Coverage> {
  const { rows } = await sql<Coverage>`
    select count(*) filter (where inventory.problem is null and inventory.read_at is not null)::int as read,
      count(*) filter (where inventory.problem is not null or inventory.read_at is null)::int as unread
    from repository left join inventory on inventory.repository_id = repository.id
    where repository.removed_at is null
      and (${installationId}::bigint is null or repository.installation_id = ${installationId}::bigint)`.execute(db);
  return rows[0] ?? { read: 0, unread: 0 };
}
