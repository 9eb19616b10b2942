/** The dry run of a policy: from what is on record, it says what would become of each repository and its grade. */
import { fixedClock } from '../../src/core/clock.js';
import type { ItemState } from '../../src/domain/checklist/index.js';
import { dryRun } from '../../src/flows/dry-run.js';
import { saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveRepositories } from '../../src/infra/db/installations.js';
import { saveServiceSettings } from '../../src/infra/db/services.js';
import { onBothEngines } from '../support/databases.js';
import { NOW } from '../support/flow-context.js';
import { CATALOGUE, policy } from '../domain/policy/support.js';

const ORGANISATION = { scope: 'organisation', id: 3 } as const;
const HOST = { id: 1, owner: 'harbour', name: '.github' };
const DONE: ItemState = { kind: 'done', by: 'ada', at: NOW.toISOString() };

onBothEngines((databases) => {
  let db: Database;

  beforeAll(async () => {
    db = await databases.fresh();
    const facts = { fork: false, archived: false, hasIssues: true, defaultBranch: 'main', installationId: 3 };
    await saveRepositories(
      db.kysely,
      ['.github', 'untouched', 'ticked', 'chosen', 'rated', 'vault'].map((name, at) => ({
        ...facts,
        id: at + 1,
        owner: 'harbour',
        name,
        private: name === 'vault',
      })),
    );
    await saveItemState(db.kysely, 3, 'readme', DONE, NOW);
    await saveItemState(db.kysely, 3, 'security-md', DONE, NOW);
    await saveItemState(db.kysely, 3, 'hsts', DONE, NOW);
    await saveServiceSettings(db.kysely, 4, NOW, { used: ['web-service'] });
    await saveServiceSettings(db.kysely, 5, NOW, { risk: { level: 'HIGH', because: 'payments', by: 'ada' } });
  });

  const context = () => ({ db: db.kysely, checklists: [...CATALOGUE.values()], clock: fixedClock(NOW) });
  const run = (after: string | null, before: string | null = null) => {
    const parsed = (text: string | null) => (text === null ? null : policy(text));
    return dryRun(ORGANISATION, HOST, { held: null, before: parsed(before), after: parsed(after) }, context());
  };
  const brief = ({ changes }: Awaited<ReturnType<typeof run>>) =>
    changes.map(({ repository, grades }) => [repository, grades?.before?.score, grades?.after?.score]);

  test('a checklist more lowers the grades; who chose it with /baseline use has it already', async () => {
    const result = await run('default: [repository, web-service]');
    expect(result).toMatchObject({ repositories: 5, isPartial: true });
    expect(brief(result)).toEqual([
      ['harbour/.github', 60, 20],
      ['harbour/untouched', 60, 20],
      ['harbour/ticked', 100, 80],
      ['harbour/rated', 60, 20],
    ]);
  });

  test('a profile that fits a private repository alone tells nobody so', async () => {
    const profile = (name: string) => `profiles: [{ when: { name: ${name} }, use: [web-service] }]`;
    expect(await run(profile('v*t'))).toEqual(await run(profile('no-such-name')));
  });

  test('a checklist less leaves it where it was chosen', async () => {
    const result = await run('default: [repository]', 'default: [repository, web-service]');
    expect(brief(result).map(([name]) => name)).not.toContain('harbour/chosen');
  });

  test('a rule takes items off: what a person said about one stays', async () => {
    const result = await run('not_applicable: [{ items: [readme], because: "no visitors" }]');
    expect(brief(result)).toEqual([
      ['harbour/.github', 60, 80],
      ['harbour/untouched', 60, 80],
      ['harbour/ticked', 100, 100],
      ['harbour/chosen', 20, 40],
      ['harbour/rated', 60, 80],
    ]);
  });

  test('what has no part in the grade changes none', async () => {
    const { changes } = await run('waivers: { HIGH: { days: 3 } }');
    expect(changes.map(({ grades }) => grades)).toEqual([null, null, null, null, null]);
  });

  test("a repository's own file: the risk that people said goes before the file's", async () => {
    const risks = async (id: number, name: string) => {
      const proposal = { held: null, before: null, after: policy('risk: LOW') };
      return (await dryRun({ scope: 'repository', id }, { id, owner: 'harbour', name }, proposal, context())).changes;
    };
    expect(await risks(5, 'rated')).toEqual([]);
    expect(await risks(2, 'untouched')).toMatchObject([{ difference: { keys: ['risk'] } }]);
    // Its own readers may see it, however private it is.
    expect(await risks(6, 'vault')).toMatchObject([{ repository: 'harbour/vault' }]);
  });
});
