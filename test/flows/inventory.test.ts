/** The inventory: read from GitHub's bills of materials, and answered only with what a place may be told; on both engines. */
import { sql } from 'kysely';
import inventory from '../../src/commands/inventory.js';
import type { Subject } from '../../src/commands/_subject.js';
import followDependencies from '../../src/handlers/follow-dependencies.js';
import { inventoryJob, readInventory } from '../../src/flows/read-inventory.js';
import { coverageOf, saveInventory, usesOf, withoutInventory } from '../../src/infra/db/inventory.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import type { ParsedPolicy } from '../../src/domain/policy/index.js';
import { removeRepositories, saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import type { Database, Db } from '../../src/infra/db/database.js';
import { enqueue } from '../../src/infra/queue/queue.js';
import { prune } from '../../src/infra/db/prune.js';
import { onBothEngines } from '../support/databases.js';
import { DEFAULT_LIFE_RULES, flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const HOUR = 3_600_000;
const FACTS = { fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
const npm = (name: string, version: string) => ({ ecosystem: 'npm', name, version });
const LOG4J = { ecosystem: 'maven', name: 'org.apache.logging.log4j/log4j-core', version: '2.14.1' };

/** A public repository, two private ones, and one of another organisation. */
async function fleet(db: Db): Promise<void> {
  for (const id of [3, 4])
    await saveInstallation(db, {
      id,
      account: `org${id}`,
      accountType: 'Organization',
      permissions: {},
      events: [],
      suspendedAt: null,
    });
  await saveRepositories(db, [
    { id: 1, installationId: 3, owner: 'harbour', name: 'open', private: false, ...FACTS },
    { id: 2, installationId: 3, owner: 'harbour', name: 'vault', private: true, ...FACTS },
    { id: 7, installationId: 3, owner: 'harbour', name: 'quay', private: true, ...FACTS },
    { id: 9, installationId: 4, owner: 'rival', name: 'open', private: false, ...FACTS },
  ]);
  await saveInventory(db, 1, [npm('lodash', '4.17.20'), npm('@babel/core', '7.1.0')], NOW);
  await saveInventory(
    db,
    2,
    [npm('lodash', '4.17.21'), LOG4J, { ecosystem: 'pypi', name: 'Flask_Login', version: '>= 0.5' }],
    NOW,
  );
  await saveInventory(db, 9, [npm('lodash', '1.0.0')], NOW);
}

const names = async (db: Db, text: { ecosystem?: string; name: string }) =>
  (await usesOf(db, 3, { ecosystem: text.ecosystem ?? null, name: text.name })).map(
    (use) => `${use.repository} ${use.version}`,
  );

onBothEngines((databases) => {
  test('a package is found by its name, in its organisation only', async () => {
    const { kysely: db } = await databases.fresh();
    await fleet(db);
    expect(await names(db, { name: 'lodash' })).toEqual(['open 4.17.20', 'vault 4.17.21']);
    expect(await names(db, { name: 'LoDash' })).toHaveLength(2);
    expect(await names(db, { ecosystem: 'pypi', name: 'lodash' })).toEqual([]);
    expect(await names(db, { name: 'dash' })).toEqual([]);
    expect(await names(db, { name: 'log4j-core' })).toEqual(['vault 2.14.1']);
    expect(await names(db, { name: 'org.apache.logging.log4j/log4j-core' })).toEqual(['vault 2.14.1']);
    expect(await names(db, { name: 'log4j/log4j-core' })).toEqual([]);
    expect(await names(db, { name: '@babel/core' })).toEqual(['open 7.1.0']);
    expect(await names(db, { name: 'flask.login' })).toEqual(['vault >= 0.5']);
  });

  test('a new reading takes the place of the one before; a repository without a bill has nothing', async () => {
    const db = await databases.fresh();
    await fleet(db.kysely);
    await saveInventory(db.kysely, 1, [npm('lodash', '4.17.21')], NOW);
    expect(await names(db.kysely, { name: 'lodash' })).toEqual(['open 4.17.21', 'vault 4.17.21']);
    const bill = {
      packages: [{ externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/left-pad@1.3.0' }] }],
    };
    const read = (sbom: unknown) => flowContext(db, { github: { inventory: { sbom: async () => sbom } } }).context;
    await readInventory({ repository: REPOSITORY }, read(bill));
    expect(await names(db.kysely, { name: 'left-pad' })).toEqual(['quay 1.3.0']);
    expect(await coverageOf(db.kysely, 3)).toEqual({ read: 3, unread: 0 });
    await readInventory({ repository: REPOSITORY }, read(null));
    expect(await names(db.kysely, { name: 'left-pad' })).toEqual([]);
    expect(await coverageOf(db.kysely, 3)).toEqual({ read: 2, unread: 1 });
  });

  test('what a repository was made of is forgotten long after it was taken out', async () => {
    const { kysely: db } = await databases.fresh();
    await fleet(db);
    await removeRepositories(db, [2], NOW);
    const kept = async (before: Date) => {
      await prune(db, before);
      const { rows } = await sql<{ id: number }>`select distinct repository_id as id from component order by 1`.execute(
        db,
      );
      return rows.map(({ id }) => id);
    };
    expect(await kept(NOW)).toEqual([1, 2, 9]);
    expect(await kept(new Date(NOW.getTime() + 1))).toEqual([1, 9]);
    expect(await coverageOf(db, 3)).toEqual({ read: 1, unread: 1 });
  });

  test('those never read come first, then the oldest; what is fresh is left alone', async () => {
    const { kysely: db } = await databases.fresh();
    await fleet(db);
    const due = async (before: Date) => (await withoutInventory(db, before, 9)).map(({ id }) => id);
    expect(await due(NOW)).toEqual([7]);
    expect(await due(new Date(NOW.getTime() + 1))).toEqual([7, 1, 2, 9]);
  });

  test("one whose reading is in line or was just given up stands in nobody's way", async () => {
    const { kysely: db } = await databases.fresh();
    await fleet(db);
    const [repository, given] = [{ id: 7, owner: 'harbour', name: 'quay' }, new Date(NOW.getTime() + HOUR)];
    await enqueue(db, { now: () => NOW }, [inventoryJob(repository, 3, null)]);
    const due = async (before: Date) => (await withoutInventory(db, before, 9)).map(({ id }) => id);
    expect(await due(given)).toEqual([1, 2, 9]);
    await db.updateTable('job').set({ state: 'parked', finished_at: given }).execute();
    expect(await due(given)).toEqual([1, 2, 9]);
    expect(await due(new Date(given.getTime() + 1))).toEqual([7, 1, 2, 9]);
  });

  describe('/baseline inventory', () => {
    // Nothing but the policy is written: one database serves all questions.
    let known: Promise<Database> | undefined;
    const filled = async () => {
      const db = await databases.fresh();
      await fleet(db.kysely);
      return db;
    };
    const ask = async (given: { isPrivate: boolean; by?: string; team?: string[]; text: string }) => {
      known ??= filled();
      const db = await known;
      const { team = [], by = 'ann', isPrivate, text } = given;
      const good = { teams: { security: team } } as unknown as ParsedPolicy;
      const organisation = { scope: 'organisation', id: 3 } as const;
      await savePolicy(db.kysely, organisation, { fileSha: 'x', good, problems: [], readAt: NOW });
      const { context } = flowContext(db, {
        // What a repository may say of itself, where the organisation lets it.
        lifeRules: async () => ({ ...DEFAULT_LIFE_RULES, approvers: ['@ann'] }),
        github: { repositories: { permission: async () => ({ level: 'admin', role: 'admin' }) } as never },
      });
      const subject = { repository: REPOSITORY, isPrivate, by } as Subject;
      return inventory.run(inventory.parse(text), subject, context);
    };

    test('in a public place only public repositories are named, and nothing is counted', async () => {
      const answer = await ask({ isPrivate: false, by: 'sec', team: ['@sec'], text: 'lodash@<4.17.22' });
      expect(answer).toContain('1 repository uses `lodash@<4.17.22`');
      expect(answer).toContain('- harbour/open: `npm:lodash` `4.17.20`');
      expect(answer).not.toMatch(/vault|rival|bills of materials/);
    });

    test('in a private place the security team sees all of its own organisation', async () => {
      const answer = await ask({ isPrivate: true, by: 'sec', team: ['@sec'], text: 'lodash' });
      expect(answer).toContain('2 repositories use `lodash`');
      expect(answer).toContain('- harbour/vault: `npm:lodash` `4.17.21`');
      expect(answer).toContain('the bills of materials of 2 repositories. Of 1 more nothing is known');
      expect(answer).not.toContain('rival');
    });

    test.each([
      ['somebody whom only the repository names', ['@sec']],
      ['an administrator where the policy names nobody: of this repository, not of the others', []],
    ])('in a private place not %s', async (_, team) => {
      expect(await ask({ isPrivate: true, by: 'ann', team, text: 'lodash' })).not.toContain('vault');
    });

    test('what cannot be told for sure is said to be so, and what is not there as well', async () => {
      const sec = { isPrivate: true, by: 'sec', team: ['@sec'] };
      expect(await ask({ ...sec, text: 'flask-login@<0.6' })).toContain('1 repository may use `flask-login@<0.6`');
      expect(await ask({ ...sec, text: 'left-pad' })).toContain(
        'No repository that can be named here is known to use `left-pad`.',
      );
    });
  });
});

describe('a push', () => {
  const push = (path: string, ref = 'refs/heads/main') =>
    followDependencies.parse({
      repository: { id: 7, name: 'quay', owner: { login: 'harbour' }, private: true, default_branch: 'main' },
      ref,
      commits: [{ added: [], modified: [path], removed: [] }],
    });

  test.each(['package-lock.json', 'services/api/requirements-dev.txt', 'go.mod', 'src/App/App.csproj', 'Cargo.lock'])(
    '%s names dependencies',
    (path) => {
      expect(push(path)).toEqual({ repository: REPOSITORY });
    },
  );

  test.each(['README.md', 'src/package.json.ts', 'docs/go.mod.md'])('%s does not', (path) => {
    expect(push(path)).toBeNull();
  });

  test('another branch does not matter', () => {
    expect(push('package.json', 'refs/heads/feature')).toBeNull();
  });
});
