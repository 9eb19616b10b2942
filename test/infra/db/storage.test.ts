/** What both engines must have in common: types of rows, transactions, notifications, migrations. */
import { migrate } from '../../../src/infra/db/migrate.js';
import { silentLog } from '../../../src/core/log.js';
import { sql } from 'kysely';
import { onBothEngines } from '../../support/databases.js';

onBothEngines((databases) => {
  test('rows arrive as the same JavaScript values', async () => {
    const { kysely } = await databases.fresh();
    const { rows } = await sql`
      select 9007199254740991::int8 as int8, 7::int4 as int4, true as bool, '{"a":[1,null]}'::jsonb as jsonb,
        '2026-11-22 10:00:00.123+00'::timestamptz as at, null::text as nothing, 'ü' as text, '{1,2}'::int4[] as list,
        1.5::numeric as numeric, '\\x00ff'::bytea as bytes, count(*) as count`.execute(kysely);
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        int4: 7,
        bool: true,
        jsonb: { a: [1, null] },
        at: new Date('2026-11-22T10:00:00.123Z'),
        nothing: null,
        text: 'ü',
        list: [1, 2],
        numeric: '1.5',
        bytes: Buffer.from([0, 255]),
        count: 1,
      },
    ]);
  });

  test('an error names its SQLSTATE, and the connection goes on', async () => {
    const { pool } = await databases.fresh();
    await expect(pool.query('select * from nowhere where a = $1', [1])).rejects.toMatchObject({ code: '42P01' });
    await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  test('several statements in one text run in order', async () => {
    const { pool } = await databases.throwaway();
    await pool.query('create table a (n int); insert into a values (1); insert into a values (2)');
    await expect(pool.query('select n from a order by n')).resolves.toMatchObject({ rows: [{ n: 1 }, { n: 2 }] });
  });

  test('others do not see into a transaction', async () => {
    const { pool } = await databases.throwaway();
    await pool.query('create table a (n int)');
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into a values (1)');
    const seen = pool.query('select count(*) as count from a');
    await client.query('insert into a values (2)');
    await client.query('rollback');
    client.release();
    await expect(seen).resolves.toMatchObject({ rows: [{ count: 0 }] });
  });

  test('a connection closed inside its transaction leaves nothing behind', async () => {
    const { pool } = await databases.throwaway();
    await pool.query('create table a (n int)');
    const client = await pool.connect();
    await client.query('begin; insert into a values (1)');
    client.release(true);
    await expect(pool.query('select count(*) as count from a')).resolves.toMatchObject({ rows: [{ count: 0 }] });
  });

  test("graphile-worker's tables are brought up to date also when ours are", async () => {
    const db = await databases.throwaway();
    await db.pool.query('drop schema graphile_worker cascade');
    await migrate(db, silentLog);
    await expect(db.pool.query("select to_regclass('graphile_worker.migrations')")).resolves.toMatchObject({
      rows: [{ to_regclass: 'graphile_worker.migrations' }],
    });
  });

  test('one migration of ours that is not on record is enough to run it', async () => {
    const db = await databases.throwaway();
    const { rows } = await db.pool.query('select max(name) as newest from kysely_migration');
    await db.pool.query('delete from kysely_migration where name = $1', [rows[0]?.newest]);
    // What it makes is there: so it fails, which shows that it was run.
    await expect(migrate(db, silentLog)).rejects.toThrow(`Migration ${rows[0]?.newest} failed`);
  });

  test('a failed transaction is rolled back as a whole', async () => {
    const { kysely } = await databases.throwaway();
    await sql`create table a (n int primary key)`.execute(kysely);
    const work = kysely.transaction().execute(async (trx) => {
      await sql`insert into a values (1)`.execute(trx);
      await sql`insert into a values (1)`.execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    await expect(sql`select * from a`.execute(kysely)).resolves.toMatchObject({ rows: [] });
  });

  test('two connections may prepare a statement of the same name', async () => {
    const { pool } = await databases.fresh();
    const [a, b] = [await pool.connect(), await pool.connect()];
    const query = { name: 'plus', text: 'select $1::int + 1 as sum', values: [1] };
    for (const client of [a, b, a]) await expect(client.query(query)).resolves.toMatchObject({ rows: [{ sum: 2 }] });
    a.release();
    b.release();
  });

  test('a notification reaches whoever listens, from any connection', async () => {
    const { pool } = await databases.fresh();
    const listener = await pool.connect();
    const heard = new Promise((resolve) => listener.on('notification', ({ payload }) => resolve(payload)));
    await listener.query('listen news');
    await pool.query("select pg_notify('news', 'land ahoy')");
    await expect(heard).resolves.toBe('land ahoy');
    listener.release(true);
  });

  test('a thousand statements at once are all answered', async () => {
    const { pool } = await databases.fresh();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => pool.query<{ n: number }>('select $1::int as n', [n])),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });
});
