/** Parked jobs and the inventory from the command line, while an App runs and while none does. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { sql } from 'kysely';
import inventory from '../../../src/cli/inventory.js';
import jobs from '../../../src/cli/jobs.js';
import { systemClock } from '../../../src/core/clock.js';
import { UserError } from '../../../src/core/user-error.js';
import type { Arguments, Io, Subcommand } from '../../../src/cli/_contract.js';
import type { Database } from '../../../src/infra/db/database.js';
import { saveRepositories } from '../../../src/infra/db/installations.js';
import { saveInventory } from '../../../src/infra/db/inventory.js';
import { connectDatabase, openDatabase } from '../../../src/infra/db/open.js';
import { createDesk } from '../../../src/infra/queue/desk.js';
import { createAdmin, isSameMachine } from '../../../src/web/admin/admin.js';
import { readAdminFile, removeAdminFile, writeAdminFile } from '../../../src/web/admin/admin-file.js';
import { startServer } from '../../../src/web/server.js';
import { copyDataFolder } from '../../support/prepared.js';

const TOKEN = 'a token of tests only'.repeat(2);
const AT = new Date('2026-11-22T10:00:00Z');
let folder: string;
let dataFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-jobs-'));
  dataFolder = path.join(folder, 'data');
  await copyDataFolder(dataFolder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function park(db: Database): Promise<void> {
  await db.kysely.deleteFrom('job').execute();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ id: 7, installationId: 3, owner: 'harbour', name: 'quay', ...facts }]);
  await saveInventory(db.kysely, 7, [{ ecosystem: 'npm', name: 'lodash', version: '4.17.20' }], AT);
  const row = { state: 'parked', run_at: AT, created_at: AT, finished_at: AT } as const;
  await db.kysely
    .insertInto('job')
    .values([
      { ...row, handler: 'scan-push', subject: 'a', data: '{"repository":{"id":7}}', last_error: 'Error:\u001b[2J no' },
      { ...row, handler: 'tend-items', subject: 'b', data: '{"repositoryId":7}' },
      { ...row, handler: 'track', subject: 'c', data: 'null', delivery_guid: 'payload is gone' },
    ])
    .execute();
}

async function play(given: Arguments, subcommand: Subcommand = jobs) {
  const [out, err]: string[][] = [[], []];
  const io = {
    ...{ env: { DATA_FOLDER: './data' }, cwd: folder },
    stdout: { write: (text: string) => out?.push(text) },
    stderr: { write: (text: string) => err?.push(text) },
  } as unknown as Io;
  const exit = await subcommand.run(given, io);
  return { exit, out: out?.join('') ?? '', err: err?.join('') ?? '' };
}

async function tryAll(): Promise<void> {
  const list = await play({});
  expect(list.out).toMatch(/^3 parked, 0 waiting, 0 running\n/);
  expect(list.out).toMatch(/^\d+ +scan-push +harbour\/quay +\d+ \w+ ago +Error: \[2J no$/m);
  expect(list.out).toMatch(/^\d+\* +track +- /m);
  expect(await play({ package: 'npm:lodash@<4.17.21' }, inventory)).toEqual({
    exit: 0,
    out: 'harbour/quay  npm:lodash 4.17.20\n',
    err: 'From the bills of materials of 1 repository.\n',
  });
  expect(await play({ package: 'left-pad', json: true }, inventory)).toMatchObject({
    exit: 1,
    out: '{"repositories":[],"coverage":{"read":1,"unread":0}}\n',
  });
  const overview = JSON.parse((await play({ json: true })).out);
  const [track, tend] = overview.parked.map(({ id }: { id: number }) => String(id));
  expect(await play({ rearm: true, ids: [tend] })).toMatchObject({ exit: 0, out: '1 job is back in line.\n' });
  expect(await play({ rearm: true, ids: [tend, track] })).toMatchObject({ exit: 1, out: '0 jobs are back in line.\n' });
  expect(await play({ rearm: true, all: true })).toMatchObject({ exit: 0, out: '1 job is back in line.\n' });
}

test('while no App runs, the database is opened', async () => {
  const db = await openDatabase({ dataFolder });
  await park(db);
  await db.close();
  await tryAll();
});

test('a database that no App of this version has used is said to be none', async () => {
  const rename = async (from: string, to: string) => {
    const db = await connectDatabase({ dataFolder });
    await sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(db.kysely);
    await db.close();
  };
  await rename('package', 'package_of_old');
  await expect(play({ package: 'lodash' }, inventory)).rejects.toThrow('Start the App once');
  await rename('package_of_old', 'package');
});

test('while an App runs, it is asked; nobody else gets an answer', async () => {
  const db = await openDatabase({ dataFolder });
  await park(db);
  const app = new Hono();
  app.get('/healthz', (context) => context.text('ok'));
  app.route('/', createAdmin({ desk: createDesk(db, systemClock), token: TOKEN }));
  const server = await startServer({ app, host: '127.0.0.1', port: 0 });
  await writeAdminFile(dataFolder, { url: server.url, token: TOKEN });
  expect((await stat(path.join(dataFolder, 'admin.json'))).mode & 0o777).toBe(0o600);

  const asked = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${server.url}/admin/jobs`, { headers })).status;
  expect(await asked({})).toBe(404);
  expect(await asked({ authorization: 'Bearer guessed' })).toBe(404);
  expect(await asked({ authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' })).toBe(404);
  expect(await asked({ authorization: `Bearer ${TOKEN}` })).toBe(200);
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const wrong = await fetch(`${server.url}/admin/jobs/rearm`, { method: 'POST', headers, body: '{"ids":["all"]}' });
  expect(wrong.status).toBe(400);

  await tryAll();
  await server.close(0);
  // Ended without taking its file away, and the folder is still held: said in words.
  await expect(play({})).rejects.toThrow('uses the data folder');
  await db.close();
  expect((await play({})).exit).toBe(0);
  await removeAdminFile(dataFolder);
  expect(await readAdminFile(dataFolder)).toBeNull();
});

test.each([
  ['rearming without saying what', { rearm: true }],
  ['all and some', { rearm: true, all: true, ids: ['1'] }],
  ['ids without rearming', { ids: ['1'] }],
  ['what is no id', { rearm: true, ids: ['x'] }],
])('%s is refused', async (_, given) => {
  await expect(play(given)).rejects.toThrow(UserError);
});

test.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['::ffff:127.0.0.1', '::ffff:127.0.0.1', true],
  ['10.0.0.5', '10.0.0.5', true],
  ['10.0.0.6', '10.0.0.5', false],
  [undefined, undefined, false],
])('from %s to %s: of this machine %s', (remote, local, expected) => {
  expect(isSameMachine(remote, local)).toBe(expected);
});
