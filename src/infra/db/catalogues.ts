/** The versions of the checklists that baseline issues were written from, and the issues that another one is behind of. */
import { createHash } from 'node:crypto';
import type { Checklist } from '../../domain/checklist/index.js';
import type { Db } from './database.js';
import { canonicalJson } from './json.js';

/** Loaded once at the start and never changed after, so each list is hashed once. */
const digests = new WeakMap<readonly Checklist[], string>();

/** By which a version is known: equal checklists in the same order have equal digests. */
export function catalogueDigest(checklists: readonly Checklist[]): string {
  const known = digests.get(checklists);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(canonicalJson(checklists)).digest('hex');
  digests.set(checklists, digest);
  return digest;
}

/** Null when it was never kept. */
export async function findCatalogue(db: Db, digest: string): Promise<readonly Checklist[] | null> {
  const row = await db.selectFrom('catalogue').select('checklists').where('digest', '=', digest).executeTakeFirst();
  return row?.checklists ?? null;
}

/** Keeps the version in use, and forgets those that no issue was written from any more. */
export async function keepCatalogue(db: Db, checklists: readonly Checklist[], now: Date): Promise<void> {
  const digest = catalogueDigest(checklists);
  await db
    .insertInto('catalogue')
    .values({ digest, checklists: canonicalJson(checklists), seen_at: now })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  await db
    .deleteFrom('catalogue')
    .where('digest', '<>', digest)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('baseline').select('repository_id').whereRef('catalogue_digest', '=', 'catalogue.digest'))),
    )
    .execute();
}

/** A baseline issue that was written from another catalogue. */
export interface Behind {
  readonly repositoryId: number;
  readonly installationId: number;
}

/** A page by repository of the issues that can be written and were not written from this catalogue. */
export function baselinesBehind(
  db: Db,
  digest: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Behind[]> {
  return db
    .selectFrom('baseline')
    .innerJoin('repository', 'repository.id', 'baseline.repository_id')
    .leftJoin('installation', 'installation.id', 'repository.installation_id')
    .select(['repository.id as repositoryId', 'repository.installation_id as installationId'])
    .where('baseline.issue_number', 'is not', null)
    .where('baseline.catalogue_digest', 'is distinct from', digest)
    .where('repository.archived', '=', false)
    .where('repository.has_issues', '=', true)
    .where('repository.removed_at', 'is', null)
    .where('installation.removed_at', 'is', null)
    .where('installation.suspended_at', 'is', null)
    .where('repository.id', '>', after)
    .orderBy('repository.id')
    .limit(limit)
    .execute();
}
