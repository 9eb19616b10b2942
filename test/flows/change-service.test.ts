/** A change of a service and its journal entry are one; what is the same already is not written again. */
import { assignItem, changeService } from '../../src/flows/change-service.js';
import { assignees, isAssigned } from '../../src/infra/db/assignments.js';
import type { Database } from '../../src/infra/db/database.js';
import { readJournal } from '../../src/infra/db/journal.js';
import { findServiceSettings } from '../../src/infra/db/services.js';
import { onBothEngines } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const SAID = { by: 'ada', at: NOW };

onBothEngines((databases) => {
  let db: Database;
  beforeAll(async () => {
    db = await databases.fresh();
  });

  test('every setting comes back as it was said, and one change leaves the others', async () => {
    const repository = { ...REPOSITORY, id: 11 };
    const { context } = flowContext(db, {});
    const risk = { level: 'HIGH', because: 'it takes payments', by: 'ada' } as const;
    await changeService(repository, 'service.risk', () => ({ risk }), SAID, context);
    const rest = {
      launchOn: '2026-12-15',
      launchedAt: NOW,
      champion: 'octocat',
      used: ['web-service', 'open-source@2'],
    };
    await changeService(repository, 'service.launch', () => rest, SAID, context);
    await expect(findServiceSettings(db.kysely, repository.id)).resolves.toEqual({ risk, ...rest });
    const cleared = { risk: null, launchOn: null, launchedAt: null, champion: null, used: null };
    await changeService(repository, 'service.launch', () => cleared, SAID, context);
    await expect(findServiceSettings(db.kysely, repository.id)).resolves.toEqual(cleared);
    await expect(findServiceSettings(db.kysely, 8)).resolves.toEqual(cleared);
  });

  test('the journal says who changed what from what; no change has no entry, but the issue is asked for', async () => {
    const repository = { ...REPOSITORY, id: 12 };
    const { context, jobs } = flowContext(db, {});
    await changeService(repository, 'service.champion', () => ({ champion: 'octocat' }), SAID, context);
    await changeService(repository, 'service.champion', () => null, SAID, context);
    expect(await readJournal(db.kysely, { limit: 9, repositoryId: repository.id })).toMatchObject([
      {
        actor: 'ada',
        repository_id: 12,
        subject: 'service',
        kind: 'service.champion',
        data: { from: { champion: null }, to: { champion: 'octocat' } },
      },
    ]);
    expect(jobs.map(({ key }) => key)).toEqual(['write-issue:12', 'write-issue:12']);
  });

  test('a decision that is refused changes nothing', async () => {
    const repository = { ...REPOSITORY, id: 13 };
    const { context, jobs } = flowContext(db, {});
    const refuse = () => {
      throw new Error('no');
    };
    await expect(changeService(repository, 'service.launch', refuse, SAID, context)).rejects.toThrow('no');
    expect(await readJournal(db.kysely, { limit: 9, repositoryId: repository.id })).toEqual([]);
    expect(jobs).toEqual([]);
  });

  test('an item is assigned to a person once, however the login is written', async () => {
    const repository = { ...REPOSITORY, id: 14 };
    const { context } = flowContext(db, {});
    await expect(assignItem(repository, 'hsts', 'Octocat', SAID, context)).resolves.toBe(true);
    await expect(assignItem(repository, 'hsts', 'octocat', SAID, context)).resolves.toBe(false);
    await expect(isAssigned(db.kysely, repository.id, 'hsts', 'OCTOCAT')).resolves.toBe(true);
    await expect(isAssigned(db.kysely, repository.id, 'csp', 'octocat')).resolves.toBe(false);
    await expect(assignees(db.kysely, repository.id)).resolves.toEqual(new Map([['hsts', ['octocat']]]));
    expect(await readJournal(db.kysely, { limit: 9, repositoryId: repository.id })).toMatchObject([
      { subject: 'item:hsts', kind: 'item.assigned' },
    ]);
  });
});
