/**
 * How long "who runs this?" takes across 5,000 repositories with some 270 packages each, from the question to the list; on both engines.
 * INVENTORY_REPOSITORIES takes fewer.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { findUses } from '../../src/domain/inventory/answer.js';
import { parseQuestion } from '../../src/domain/inventory/question.js';
import type { Db } from '../../src/infra/db/database.js';
import { coverageOf, usesOf } from '../../src/infra/db/inventory.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { withPostgres } from '../gates/_postgres.js';
import { median, type Report, sizeOf, timed } from '../group.js';

const REPOSITORIES = sizeOf('INVENTORY_REPOSITORIES', 5_000);
const PACKAGES = 20_000;
/** Packages are drawn with repetition, the first ones far more often than the last: 270 different ones in the middle. */
const DRAWS = 400;
const INSTALLATION = 1;
const ROUNDS = 9;

const QUESTIONS = [
  ['used-everywhere', 'package-1@<4.17.15'],
  ['used-by-some', 'npm:package-5000'],
  ['used-by-nobody', 'no-such-package'],
] as const;

export default async function inventory(report: Report): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'seaworthy-inventory-'));
  const embedded = await openDatabase({ dataFolder });
  try {
    await measure('pglite', embedded.kysely, report);
  } finally {
    await embedded.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
  await withPostgres(({ kysely }) => measure('postgres', kysely, report));
}

async function measure(engine: string, db: Db, report: Report): Promise<void> {
  await fill(db);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from component`.execute(db);
  report(`inventory-components-${engine}`, rows[0]?.count ?? 0, 'components');
  for (const [what, asked] of QUESTIONS) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(
        await timed(async () => {
          const question = parseQuestion(asked);
          const uses = await usesOf(db, INSTALLATION, question);
          await coverageOf(db, INSTALLATION);
          found = findUses(question, uses).length;
        }),
      );
    }
    report(`inventory-answer-${engine}-${what}`, median(times), 'ms');
    report(`inventory-found-${engine}-${what}`, found, 'repositories');
  }
}

/** As readings leave it, without the planner's figures: nobody runs `analyze` by hand. */
async function fill(db: Db): Promise<void> {
  await sql`
    insert into repository (id, installation_id, owner, name, private, fork, archived, has_issues)
    select id, ${INSTALLATION}, 'crew', 'r' || id, false, false, false, true from generate_series(1, ${REPOSITORIES}::int) id
  `.execute(db);
  await sql`
    insert into inventory (repository_id, read_at)
    select id, now() from generate_series(1, ${REPOSITORIES}::int) id`.execute(db);
  await sql`
    insert into package (ecosystem, name, short)
    select 'npm', 'package-' || rank, 'package-' || rank from generate_series(1, ${PACKAGES}::int) rank
    order by rank`.execute(db);
  await sql`
    insert into component (repository_id, package_id, version)
    select distinct repository_id, package_id, '4.17.' || (repository_id * 7 + package_id) % 30
    from (
      select repository_id, package.id as package_id
      from generate_series(1, ${REPOSITORIES}::int) repository_id,
        lateral (
          select floor(power(${PACKAGES}::float, random() + 0 * repository_id + 0 * draw))::int as rank
          from generate_series(1, ${DRAWS}::int) draw
        ) drawn
      join package on package.name = 'package-' || drawn.rank
    ) as drawings`.execute(db);
}
