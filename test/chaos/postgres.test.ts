/** `kill -9` at a random moment between "202" and "written to GitHub", then a restart: the work is done, once. On PostgreSQL. */
import { type TestServer, startPostgres } from '../support/postgres.js';
import { chaosTests } from './chaos.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

chaosTests(() => server.freshUrl());
