/** How long the dry run of a policy takes that changes the grade of each of 5,000 repositories with 50 items on record. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../../src/core/clock.js';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { dryRun } from '../../src/flows/dry-run.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import type { Db } from '../../src/infra/db/database.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { type Report, timed } from '../group.js';

const REPOSITORIES = 5_000;
const INSTALLATION = 1;
const HOST = { id: 1, owner: 'crew', name: 'r1' };

export default async function policies(report: Report): Promise<void> {
  const checklists = [...(await readChecklists(path.resolve('checklists'))).checklists.values()];
  const items = itemsOf(checklists.filter(({ name }) => name === 'web-service' || name === 'repository'));
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'seaworthy-policies-'));
  const database = await openDatabase({ dataFolder });
  try {
    await fill(
      database.kysely,
      items.slice(0, 50).map(({ id }) => id),
    );
    const proposal = { held: null, before: { default: ['repository'] }, after: { default: ['web-service'] } };
    const context = { db: database.kysely, checklists, clock: systemClock };
    const run = () => dryRun({ scope: 'organisation', id: INSTALLATION }, HOST, proposal, context);
    report('dry-run-of-5000-repositories', await timed(run), 'ms');
  } finally {
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function fill(db: Db, itemIds: readonly string[]): Promise<void> {
  await sql`
    insert into repository (id, installation_id, owner, name, private, fork, archived, has_issues)
    select id, ${INSTALLATION}, 'crew', 'r' || id, false, false, false, true from generate_series(1, ${REPOSITORIES}::int) id
  `.execute(db);
  const state = { kind: 'done', by: 'somebody', at: '2026-11-22T10:00:00.000Z' };
  await sql`
    insert into item (repository_id, item_id, state, updated_at)
    select id, item_id, ${JSON.stringify(state)}, now()
    from generate_series(1, ${REPOSITORIES}::int) id, unnest(${[...itemIds]}::text[]) item_id
  `.execute(db);
}
