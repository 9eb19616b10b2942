/** A change of a service and its journal entry are one; what is the same already is not written again. */
import { assignItem, changeService, unassignItem } from '../../src/flows/change-service.js';
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
    const { context, jobs } = flowContext(db, {});
    await assignItem(repository, 'hsts', 'Octocat', SAID, context);
    await assignItem(repository, 'hsts', 'octocat', SAID, context);
    expect(jobs.map(({ key }) => key)).toEqual(['write-issue:14', 'write-issue:14']);
    await expect(isAssigned(db.kysely, repository.id, 'hsts', 'OCTOCAT')).resolves.toBe(true);
    await expect(isAssigned(db.kysely, repository.id, 'csp', 'octocat')).resolves.toBe(false);
    await expect(assignees(db.kysely, repository.id)).resolves.toEqual(new Map([['hsts', ['octocat']]]));
    expect(await readJournal(db.kysely, { limit: 9, repositoryId: repository.id })).toMatchObject([
      { subject: 'item:hsts', kind: 'item.assigned' },
    ]);
  });

  test('an item is taken off one person or off all, and the journal says off whom', async () => {
    const repository = { ...REPOSITORY, id: 15 };
    const { context } = flowContext(db, {});
    for (const login of ['octocat', 'mona', 'hubot']) await assignItem(repository, 'hsts', login, SAID, context);
    await expect(unassignItem(repository, 'csp', null, SAID, context)).resolves.toBe(false);
    await expect(unassignItem(repository, 'hsts', 'Mona', SAID, context)).resolves.toBe(true);
    await expect(assignees(db.kysely, repository.id)).resolves.toEqual(new Map([['hsts', ['hubot', 'octocat']]]));
    await expect(unassignItem(repository, 'hsts', null, SAID, context)).resolves.toBe(true);
    await expect(assignees(db.kysely, repository.id)).resolves.toEqual(new Map());
    const entries = await readJournal(db.kysely, { limit: 9, repositoryId: repository.id });
    expect(entries.filter(({ kind }) => kind === 'item.unassigned')).toMatchObject([
      { subject: 'item:hsts', data: { from: ['mona'] } },
      { subject: 'item:hsts', data: { from: ['hubot', 'octocat'] } },
    ]);
  });
});
