/** Which issues a start has written anew, at which pace, and which versions of the catalogue are kept for it. */
import chore from '../../src/chores/merge-catalogue.js';
import type { Checklist } from '../../src/domain/checklist/index.js';
import { type Baseline, saveBaseline } from '../../src/infra/db/baselines.js';
import { catalogueDigest, findCatalogue } from '../../src/infra/db/catalogues.js';
import type { Database } from '../../src/infra/db/database.js';
import {
  type Repository,
  removeRepositories,
  saveInstallation,
  saveRepositories,
} from '../../src/infra/db/installations.js';
import { CHECKLISTS } from '../domain/checklist/support/sample.js';
import { choreContext } from '../support/chore-context.js';
import { onBothEngines } from '../support/databases.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const OLD: readonly Checklist[] = CHECKLISTS.slice(1);

onBothEngines((databases) => {
  let db: Database;
  beforeEach(async () => {
    db = await databases.fresh();
    const installation = { account: 'harbour', accountType: 'Organization', permissions: {}, events: [] };
    for (const id of [3, 4]) await saveInstallation(db.kysely, { ...installation, id, suspendedAt: null });
    await saveInstallation(db.kysely, { ...installation, id: 5, suspendedAt: NOW });
  });

  async function repository(id: number, more: Partial<Repository & Baseline> = {}): Promise<void> {
    const {
      issue = { number: 1, nodeId: `node-${id}` },
      catalogueDigest: digest = catalogueDigest(OLD),
      ...rest
    } = more;
    const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
    await saveRepositories(db.kysely, [
      { id, installationId: 3, owner: 'harbour', name: `quay-${id}`, ...facts, ...rest },
    ]);
    await saveBaseline(db.kysely, id, NOW, { issue, catalogueDigest: digest });
  }

  const run = (checklists: readonly Checklist[], now = NOW) => chore.run(choreContext(db, () => now, { checklists }));

  /** Seconds from now at which each repository's issue is written. */
  const jobs = async () => {
    const rows = await db.kysely.selectFrom('job').selectAll().orderBy('subject').execute();
    expect(rows.every(({ handler }) => handler === 'write-issue')).toBe(true);
    return rows.map(({ subject, run_at }) => [subject, (run_at.getTime() - NOW.getTime()) / 1000]);
  };

  test('issues that were written from another catalogue, or from none on record, are in line; the others are not', async () => {
    await repository(11);
    await repository(12, { catalogueDigest: null });
    await repository(13, { catalogueDigest: catalogueDigest(CHECKLISTS) });
    await repository(14, { issue: null });
    await repository(15, { archived: true });
    await repository(16, { hasIssues: false });
    await repository(17, { installationId: 5 });
    await repository(18);
    await removeRepositories(db.kysely, [18], NOW);
    await repository(19, { fork: true });
    await run(CHECKLISTS);
    expect(await jobs()).toEqual([
      ['baseline:11', 0],
      ['baseline:12', 2],
      ['baseline:19', 4],
    ]);
  });

  test('each installation has its own pace, and a second process puts nothing twice or later in line', async () => {
    for (const id of [11, 12, 13]) await repository(id, { installationId: id === 12 ? 4 : 3 });
    await run(CHECKLISTS);
    const first = await jobs();
    expect(first).toEqual([
      ['baseline:11', 0],
      ['baseline:12', 0],
      ['baseline:13', 2],
    ]);
    await run(CHECKLISTS, new Date(NOW.getTime() + 60_000));
    expect(await jobs()).toEqual(first);
  });

  test('a version is kept as long as an issue was written from it', async () => {
    await run(OLD);
    await repository(11);
    await run(CHECKLISTS);
    expect(await findCatalogue(db.kysely, catalogueDigest(OLD))).toEqual(OLD);
    await saveBaseline(db.kysely, 11, NOW, { catalogueDigest: catalogueDigest(CHECKLISTS) });
    await run(CHECKLISTS);
    expect(await findCatalogue(db.kysely, catalogueDigest(OLD))).toBeNull();
    expect(await findCatalogue(db.kysely, catalogueDigest(CHECKLISTS))).toEqual(CHECKLISTS);
  });

  test('more issues than fit into one page', async () => {
    const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
    const ids = Array.from({ length: 1_001 }, (_, n) => n + 100);
    await saveRepositories(
      db.kysely,
      ids.map((id) => ({ id, installationId: 3, owner: 'harbour', name: `quay-${id}`, ...facts })),
    );
    const rows = ids.map((id) => ({
      repository_id: id,
      issue_number: 1,
      issue_node_id: `node-${id}`,
      updated_at: NOW,
    }));
    await db.kysely.insertInto('baseline').values(rows).execute();
    await run(CHECKLISTS);
    expect(new Set((await jobs()).map(([subject]) => subject)).size).toBe(1_001);
  });
});
