/** How a start can go wrong: two at once, a folder in use, a server that does not answer, a migration that fails. */
import { readdirSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { fixedClock, systemClock } from '../../../src/core/clock.js';
import { silentLog } from '../../../src/core/log.js';
import { StartError } from '../../../src/core/start-error.js';
import type { Database } from '../../../src/infra/db/database.js';
import { lockFolder } from '../../../src/infra/db/folder-lock.js';
import { migrate } from '../../../src/infra/db/migrate.js';
import { connectDatabase, openDatabase } from '../../../src/infra/db/open.js';
import { type TestServer, startPostgres } from '../../support/postgres.js';

const MIGRATIONS = readdirSync('src/infra/db/migrations').map((file) => path.parse(file).name);

/** No process has it: Linux counts to 2^22 at most. */
const DEAD_PID = 2 ** 22 + 1;

describe('migrations on a server', () => {
  let server: TestServer;
  const open: Database[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    for (const db of open) await db.close();
    await server.stop();
  });
  const connect = async (url: string) => {
    const db = await connectDatabase({ url });
    open.push(db);
    return db;
  };

  test('four processes that start at once end with one set of tables', async () => {
    const url = await server.freshUrl();
    const databases = await Promise.all(Array.from({ length: 4 }, () => connect(url)));
    await Promise.all(databases.map((db) => migrate(db, silentLog)));
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
      (databases[0] as Database).kysely,
    );
    expect(rows.map(({ name }) => name)).toEqual(MIGRATIONS);
  });

  test('a migration that fails stops the start, names itself and leaves nothing half done', async () => {
    const url = await server.freshUrl();
    const db = await connect(url);
    await sql`create table effect (n int)`.execute(db.kysely);
    await expect(openDatabase({ url })).rejects.toThrow('Migration 0001-first failed');
    const { rows } = await sql`select to_regclass('public.job') as job`.execute(db.kysely);
    expect(rows).toEqual([{ job: null }]);
  });

  test('a wrong password is said without repeating it', async () => {
    const url = (await server.freshUrl()).replace(':test@', ':hunter2@');
    const failure = await openDatabase({ url }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toContain('DATABASE_URL');
    expect(String(failure)).not.toContain('hunter2');
  });
});

test.each([
  ['neither place', {}],
  ['both places', { url: 'postgres://127.0.0.1/x', dataFolder: 'data' }],
])('%s: told to name one', async (_name, options) => {
  await expect(openDatabase(options)).rejects.toThrow('Name either');
});

describe('the lock on the data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const file = () => path.join(folder, 'seaworthy.lock');
  const holder = (more: object) =>
    JSON.stringify({ pid: process.pid, host: os.hostname(), born: null, token: 'x', ...more });

  test('a second one is refused and told who has it; given back, it is free', async () => {
    const unlock = await lockFolder(folder, systemClock);
    await expect(lockFolder(folder, systemClock)).rejects.toThrow(`Process ${process.pid} on`);
    await expect(openDatabase({ dataFolder: folder })).rejects.toBeInstanceOf(StartError);
    await unlock();
    await (await lockFolder(folder, systemClock))();
  });

  test.each<[string, object]>([
    ['a process that is dead', { pid: DEAD_PID }],
    ['a process whose number was given to another one', { born: 'another boot/1' }],
  ])('%s: taken over', async (_name, more) => {
    await writeFile(file(), holder(more));
    const unlock = await lockFolder(folder, systemClock);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.pid });
    await unlock();
  });

  test.each<[string, string, number, boolean]>([
    ['another machine, heard of lately', '{"pid":1,"host":"elsewhere","born":null,"token":"x"}', 29_000, false],
    ['another machine, silent', '{"pid":1,"host":"elsewhere","born":null,"token":"x"}', 31_000, true],
    ['a half-written file, new', '{"pid"', 1_000, false],
    ['a half-written file, old', '{"pid"', 31_000, true],
  ])('%s', async (_name, text, ageMs, free) => {
    const at = new Date('2026-11-22T10:00:00Z');
    await writeFile(file(), text);
    await utimes(file(), at, at);
    const attempt = lockFolder(folder, fixedClock(new Date(at.getTime() + ageMs)));
    if (!free) return expect(attempt).rejects.toBeInstanceOf(StartError);
    return (await attempt)();
  });

  test.each<[string, (at: string) => Promise<unknown>, string]>([
    ['a folder in its place', (at) => mkdir(at), 'EISDIR'],
    ['a link to itself in its place', (at) => symlink(at, at), 'ELOOP'],
  ])('a lock that cannot be read is not free: %s', async (_name, make, code) => {
    await make(file());
    await expect(lockFolder(folder, systemClock)).rejects.toMatchObject({ code });
    await expect(lstat(file())).resolves.toBeDefined();
  });

  test('of ten that find the same dead holder, one takes over', async () => {
    await writeFile(file(), holder({ pid: DEAD_PID }));
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder, systemClock)));
    const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    await winners[0]?.value();
  });

  test('a folder that cannot be made is said so', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await expect(openDatabase({ dataFolder: path.join(folder, 'file', 'data') })).rejects.toThrow('cannot be made');
  });
});
