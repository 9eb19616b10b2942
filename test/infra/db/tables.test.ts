/** The tables' own rules on both engines: the journal's chain, effects that happen once, installations. */
import type { Database } from '../../../src/infra/db/database.js';
import { forgetEffect, once } from '../../../src/infra/db/effects.js';
import * as installations from '../../../src/infra/db/installations.js';
import { type JournalEntry, appendJournal, readJournal, verifyJournal } from '../../../src/infra/db/journal.js';
import { fixedClock } from '../../../src/core/clock.js';
import { onBothEngines } from '../../support/databases.js';

const clock = fixedClock(new Date('2026-11-22T10:00:00.123Z'));

const entry = (kind: string, data: unknown = {}): JournalEntry => ({
  at: clock.now(),
  actor: 'ada',
  repositoryId: 7,
  subject: 'hsts',
  kind,
  data,
});

onBothEngines((databases) => {
  describe('journal', () => {
    test('an empty journal is intact', async () => {
      const { kysely } = await databases.fresh();
      await expect(verifyJournal(kysely)).resolves.toMatchObject({ intact: true, rows: 0 });
    });

    test('rows are read back as written and the chain fits, page by page', async () => {
      const { kysely } = await databases.fresh();
      const data = { b: [1.5, null, { z: 'ü', a: true }], a: 'nul \0 and half a pair \ud800', none: undefined };
      await appendJournal(kysely, [entry('item.attested', data), entry('item.verified')]);
      const head = await appendJournal(kysely, [entry('waiver.granted'), entry('d'), entry('e')]);
      await expect(verifyJournal(kysely, 2)).resolves.toEqual({ intact: true, rows: 5, head });
      const [first] = await readJournal(kysely, { limit: 1, repositoryId: 7 });
      expect(first).toMatchObject({
        seq: 1,
        at: clock.now(),
        actor: 'ada',
        repository_id: 7,
        data: { a: 'nul \ufffd and half a pair \ufffd', b: [1.5, null, { a: true, z: 'ü' }] },
      });
    });

    test('writers at the same time make one chain', async () => {
      const { kysely } = await databases.fresh();
      await Promise.all(Array.from({ length: 20 }, (_, n) => appendJournal(kysely, [entry(`kind.${n}`)])));
      await expect(verifyJournal(kysely)).resolves.toMatchObject({ intact: true, rows: 20 });
    });

    test('a transaction that fails leaves no row and no gap', async () => {
      const { kysely } = await databases.fresh();
      const work = kysely.transaction().execute(async (trx) => {
        await appendJournal(trx, [entry('lost')]);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      await appendJournal(kysely, [entry('kept')]);
      await expect(verifyJournal(kysely)).resolves.toMatchObject({ intact: true, rows: 1 });
    });

    test.each([
      ['update', "update journal set actor = 'eve'"],
      ['delete', 'delete from journal'],
      ['truncate', 'truncate journal'],
    ])('%s is refused by the database', async (_name, statement) => {
      const { kysely, pool } = await databases.fresh();
      await appendJournal(kysely, [entry('a')]);
      await expect(pool.query(statement)).rejects.toThrow('The journal is append-only');
    });

    test.each([
      ['an actor was changed', "update journal set actor = 'eve' where seq = 2", 2, 'Its content was changed'],
      ['data was changed', `update journal set data = '{"a":1}' where seq = 3`, 3, 'Its content was changed'],
      ['a row was taken out', 'delete from journal where seq = 2', 3, 'Row 2 is missing'],
      [
        'a row was changed and its hash made to fit',
        "update journal set hash = repeat('a', 64) where seq = 2",
        2,
        'Its content was changed',
      ],
      ['the link was changed', "update journal set previous_hash = '' where seq = 2", 2, 'It does not follow'],
      ['rows changed places', 'update journal set seq = 5 - seq where seq in (2, 3)', 2, 'It does not follow'],
    ])('%s with the trigger off: the first broken row is named', async (_name, statement, seq, problem) => {
      const { kysely, pool } = await databases.throwaway();
      await appendJournal(kysely, [entry('a'), entry('b'), entry('c'), entry('d')]);
      await pool.query('alter table journal disable trigger all; alter table journal drop constraint journal_pkey');
      await pool.query(statement);
      const verdict = await verifyJournal(kysely, 2);
      expect(verdict).toMatchObject({ intact: false, seq, problem: expect.stringContaining(problem) });
    });
  });

  describe('effects', () => {
    function recorder(found: string | null, fail = false) {
      const calls: string[] = [];
      return {
        calls,
        look: async () => {
          calls.push('look');
          return found;
        },
        act: async () => {
          calls.push('act');
          if (fail) throw new Error('502');
          return 'made';
        },
      };
    }

    test('the ordinary path acts once and looks never', async () => {
      const { kysely } = await databases.fresh();
      const effect = recorder('found');
      await expect(once(kysely, clock, 'reply:1', effect)).resolves.toBe('made');
      await expect(once(kysely, clock, 'reply:1', effect)).resolves.toBe('made');
      expect(effect.calls).toEqual(['act']);
    });

    test('an ambiguous answer: the repeat looks, finds and does not act again', async () => {
      const { kysely } = await databases.fresh();
      await expect(once(kysely, clock, 'reply:1', recorder(null, true))).rejects.toThrow('502');
      const again = recorder('found');
      await expect(once(kysely, clock, 'reply:1', again)).resolves.toBe('found');
      await expect(once(kysely, clock, 'reply:1', again)).resolves.toBe('found');
      expect(again.calls).toEqual(['look']);
    });

    test('a crash before the request: the repeat looks, finds nothing and acts', async () => {
      const { kysely } = await databases.fresh();
      await kysely.insertInto('effect').values({ key: 'reply:1', intended_at: clock.now() }).execute();
      const effect = recorder(null);
      await expect(once(kysely, clock, 'reply:1', effect)).resolves.toBe('made');
      expect(effect.calls).toEqual(['look', 'act']);
    });

    test('a result of null is a result', async () => {
      const { kysely } = await databases.fresh();
      let acts = 0;
      const act = async () => {
        acts += 1;
        return null;
      };
      const effect = { look: async () => null, act };
      await once(kysely, clock, 'k', effect);
      await expect(once(kysely, clock, 'k', effect)).resolves.toBeNull();
      expect(acts).toBe(1);
    });

    test('inside a transaction it is refused: the intent would not be on the disk', async () => {
      const { kysely } = await databases.fresh();
      const work = kysely.transaction().execute((trx) => once(trx, clock, 'k', recorder(null)));
      await expect(work).rejects.toThrow('never part of a transaction');
    });

    test('forgotten, it acts again', async () => {
      const { kysely } = await databases.fresh();
      const effect = recorder(null);
      await once(kysely, clock, 'k', effect);
      await forgetEffect(kysely, 'k');
      await once(kysely, clock, 'k', effect);
      expect(effect.calls).toEqual(['act', 'act']);
    });
  });

  describe('installations', () => {
    const installation = {
      id: 1,
      account: 'harbour',
      accountType: 'Organization',
      permissions: { issues: 'write' },
      events: ['push'],
      suspendedAt: null,
    };
    const repository = {
      id: 10,
      installationId: 1,
      owner: 'harbour',
      name: 'pier',
      private: true,
      fork: false,
      archived: false,
      hasIssues: true,
      defaultBranch: 'main',
    };

    async function installed(): Promise<Database> {
      const db = await databases.fresh();
      await installations.saveInstallation(db.kysely, installation);
      await installations.saveRepositories(db.kysely, [repository, { ...repository, id: 11, name: 'quay' }]);
      return db;
    }

    test('saved and found again', async () => {
      const { kysely } = await installed();
      await expect(installations.findInstallation(kysely, 1)).resolves.toMatchObject({
        account: 'harbour',
        permissions: { issues: 'write' },
        events: ['push'],
        removed_at: null,
      });
      await expect(installations.findRepository(kysely, 10)).resolves.toMatchObject({ name: 'pier', private: true });
      await expect(installations.findRepository(kysely, 99)).resolves.toBeUndefined();
    });

    test('a rename is an update; a default branch once known stays', async () => {
      const { kysely } = await installed();
      await installations.saveRepositories(kysely, [{ ...repository, name: 'mole', defaultBranch: null }]);
      await expect(installations.findRepository(kysely, 10)).resolves.toMatchObject({
        name: 'mole',
        default_branch: 'main',
      });
    });

    test('suspended, removed and installed again', async () => {
      const { kysely } = await installed();
      const ids = async () => (await installations.activeInstallations(kysely)).map(({ id }) => id);
      await installations.suspendInstallation(kysely, 1, clock.now());
      expect(await ids()).toEqual([]);
      await installations.saveInstallation(kysely, installation);
      expect(await ids()).toEqual([1]);
      await installations.removeInstallation(kysely, 1, clock.now());
      expect(await ids()).toEqual([]);
      await expect(installations.activeRepositories(kysely, { limit: 9 })).resolves.toEqual([]);
      await installations.saveInstallation(kysely, installation);
      await installations.saveRepositories(kysely, [repository]);
      expect(await ids()).toEqual([1]);
      await expect(installations.activeRepositories(kysely, { limit: 9 })).resolves.toMatchObject([{ id: 10 }]);
    });

    test('repositories are read in pages and taken out one by one', async () => {
      const { kysely } = await installed();
      await expect(installations.activeRepositories(kysely, { limit: 1, after: 10 })).resolves.toMatchObject([
        { id: 11 },
      ]);
      await installations.removeRepositories(kysely, [11], clock.now());
      await expect(installations.activeRepositories(kysely, { limit: 9, installationId: 1 })).resolves.toMatchObject([
        { id: 10 },
      ]);
    });
  });
});
