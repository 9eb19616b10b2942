/** Dead rows go away when the tables are vacuumed, on both engines. */
import { sql } from 'kysely';
import { vacuum } from '../../../src/infra/db/vacuum.js';
import { onBothEngines } from '../../support/databases.js';

onBothEngines((databases) => {
  test('deleted rows give back their room', async () => {
    const { kysely } = await databases.fresh();
    const size = async () => {
      const { rows } = await sql<{ pages: number }>`select pg_relation_size('chore')::int as pages`.execute(kysely);
      return rows[0]?.pages;
    };
    await sql`insert into chore select 'chore ' || n, now() from generate_series(1, 500) n`.execute(kysely);
    expect(await size()).toBeGreaterThan(0);
    await sql`delete from chore`.execute(kysely);
    await vacuum(kysely);
    expect(await size()).toBe(0);
  });
});
