/** `kill -9` at a random moment between "202" and "written to GitHub", then a restart: the work is done, once. On PGlite. */
import { chaosRound } from './round.js';
import { ROUND_LIMIT, SEEDS } from './rounds.js';

test.each(SEEDS)(
  'round %d',
  async (seed) => {
    expect(await chaosRound(seed)).toEqual([]);
  },
  ROUND_LIMIT,
);
