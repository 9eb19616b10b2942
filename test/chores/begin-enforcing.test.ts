/** The day from which a gate is enforced is noticed once, whenever the App runs next. */
import beginEnforcing from '../../src/chores/begin-enforcing.js';
import type { ChoreContext } from '../../src/chores/_chore.js';
import { readPolicy } from '../../src/domain/policy/index.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { onPglite } from '../support/databases.js';

const databases = onPglite();

test('repositories whose gate begins today, or began while nobody ran, are judged again, once', async () => {
  const { kysely: db, pool } = await databases.fresh();
  await saveInstallation(db, {
    id: 3,
    account: 'harbour',
    accountType: 'Organization',
    permissions: {},
    events: [],
    suspendedAt: null,
  });
  const facts = {
    private: true,
    fork: false,
    archived: false,
    hasIssues: true,
    defaultBranch: 'main',
    installationId: 3,
    owner: 'harbour',
  };
  await saveRepositories(db, [
    { id: 7, name: 'quay', ...facts },
    { id: 8, name: 'dock', ...facts },
  ]);
  const policy = (date: string) => {
    const read = readPolicy(`gates:\n  launch: { mode: enforce, enforce_from: ${date} }\n`, 'repository', new Map());
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return { fileSha: 'x', good: read.value, problems: [], readAt: new Date('2026-11-20') };
  };
  await savePolicy(db, { scope: 'repository', id: 7 }, policy('2026-12-01'));
  await savePolicy(db, { scope: 'repository', id: 8 }, policy('2027-06-01'));
  const run = async (day: string) => {
    await pool.query('delete from job');
    await beginEnforcing.run({ db, clock: { now: () => new Date(`${day}T10:00:00Z`) } } as ChoreContext);
    const { rows } = await pool.query('select key from job order by key');
    return rows.map(({ key }: { key: string }) => key);
  };
  expect(await run('2026-11-29')).toEqual([]);
  expect(await run('2026-12-03')).toEqual(['judge-heads:7', 'write-issue:7']);
  expect(await run('2026-12-04')).toEqual([]);
});
