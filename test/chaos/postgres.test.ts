/** `kill -9` at a random moment between "202" and "written to GitHub", then a restart: the work is done, once. On PostgreSQL. */
import { type TestServer, startPostgres } from '../support/postgres.js';
import { chaosRound } from './round.js';
import { ROUND_LIMIT, SEEDS } from './rounds.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

test.each(SEEDS)(
  'round %d',
  async (seed) => {
    expect(await chaosRound(seed, await server.freshUrl())).toEqual([]);
  },
  ROUND_LIMIT,
);
