/** A planted secret's value appears nowhere but in the commit: not in logs, database, checks, comments or pages. */
import path from 'node:path';
import { sql } from 'kysely';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { baselineIssue, checkOn, clone, DEVELOPER, ORG, settled, until, useStage } from '../support/stage.js';

const stage = useStage();

/** Every row of every table, ours and the queue's. */
async function allRows(folder: string): Promise<string> {
  const db = await openDatabase({ dataFolder: folder });
  try {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db.kysely);
    const dumps = await Promise.all(
      tables.rows.map(({ name }) => sql`select to_jsonb(t)::text as row from ${sql.raw(name)} as t`.execute(db.kysely)),
    );
    return JSON.stringify(dumps.map(({ rows }) => rows));
  } finally {
    await db.close();
  }
}

test('the value stays in the commit', async () => {
  const { sandbox } = stage();
  const repository = await sandbox.createRepository(ORG, { name: 'vault' });
  const repo = `${ORG}/vault`;
  sandbox.addCollaborator(repo, DEVELOPER, 'write');
  const issue = await until('the issue', () => baselineIssue(stage(), repository));
  const key = awsKeyPair();
  const copy = await clone(sandbox.pushUrl(repo, DEVELOPER), path.join(stage().folder, 'clone'), DEVELOPER);
  await copy.git('switch', '--quiet', '--create', 'leak');
  const head = await copy.commit(`Use ${key.id}`, {
    'a.ini': `aws_access_key_id = ${key.id}\naws_secret_access_key = ${key.secret}\n`,
  });
  await copy.git('push', '--quiet', 'origin', 'leak');
  const run = await until('the check', () => checkOn(stage(), repository, head, 'seaworthy/secrets'));
  expect(run.annotations.length).toBeGreaterThan(0);
  const finding = /finding `(?<id>[0-9a-f]+)`/.exec(run.summary ?? '')?.groups?.id ?? '';
  const said = `/baseline false-positive ${finding} because ${key.id} and ${key.secret} are samples`;
  await sandbox.as(DEVELOPER).comment(repo, issue.number, said);
  await settled(stage());

  const { checkRuns, issues } = sandbox.state;
  const ours = [...sandbox.state.comments.values()].filter(({ viaAppId }) => viaAppId !== null);
  const page = await (await fetch(`${sandbox.url}/${repo}/runs/${run.id}`)).text();
  expect(page).toContain(run.title ?? 'a title');
  await stage().app.stop();
  const database = await allRows(path.join(stage().folder, 'data'));
  expect(database).toContain('are samples');
  const places = {
    checks: JSON.stringify([...checkRuns.values()]),
    issues: JSON.stringify([...issues.values()].filter(({ viaAppId }) => viaAppId !== null)),
    comments: JSON.stringify(ours),
    log: stage().log().join('\n'),
    page,
    database,
  };
  const leaks = Object.entries(places).flatMap(([place, text]) =>
    [key.id, key.secret].filter((value) => text.includes(value)).map(() => place),
  );
  expect(leaks).toEqual([]);
});
