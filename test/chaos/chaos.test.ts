/** `kill -9` at a random moment between "202" and "written to GitHub", then a restart: the work is done, once. */
import { type TestServer, startPostgres } from '../support/postgres.js';
import { chaosRound } from './round.js';

/** Half on each engine. `npm run test:chaos -- --rounds N --seed S` sets them. */
const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? 10);
const SEED = Number(process.env.CHAOS_SEED ?? 1);

const seeds = Array.from({ length: Math.max(1, Math.floor(ROUNDS / 2)) }, (_, index) => SEED + index);

describe('on PGlite', () => {
  test.each(seeds)(
    'round %d',
    async (seed) => {
      expect(await chaosRound(seed)).toEqual([]);
    },
    180_000,
  );
});

describe('on PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test.each(seeds)(
    'round %d',
    async (seed) => {
      expect(await chaosRound(seed, await server.freshUrl())).toEqual([]);
    },
    180_000,
  );
});
