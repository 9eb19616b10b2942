/** Whatever order webhooks come in, and whichever are lost or doubled: in the end checks say what a fresh evaluation says. */
import fc from 'fast-check';
import { type Crew, recover, startCrew } from '../support/crew/crew.js';
import { Outage } from '../support/crew/outage.js';
import { Round } from '../support/crew/round.js';
import { step } from '../support/crew/steps.js';
import { onPglite } from '../support/databases.js';

/** `CONVERGE_RUNS=500 npm test -- test/e2e/converge` plays hundreds. */
const RUNS = Number(process.env.CONVERGE_RUNS ?? 4);

/** `OUTAGE_LOST=2000 npm test -- test/e2e/converge` is an hour of a busy organisation. */
const LOST = Number(process.env.OUTAGE_LOST ?? 30);

let crew: Crew;
const databases = onPglite();
beforeAll(async () => {
  crew = await startCrew(await databases.fresh());
});
afterAll(() => crew.app.close());

test(
  'checks end as a fresh evaluation gives, for any interleaving, loss or doubling of deliveries',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
        const round = await Round.begin(crew);
        try {
          await round.play(steps);
          await round.check();
        } finally {
          await round.close();
        }
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 10_000 + 60_000,
);

test(
  'an outage of an hour is made good by one sweep and one reconcile',
  async () => {
    await crew.restore();
    const outage = new Outage(crew);
    await outage.moor(Math.max(3, LOST / 100));
    await outage.last({ lost: LOST, doubled: LOST / 10 });
    const requests = await recover(crew);
    expect(await outage.missing()).toEqual([]);
    const undone = await crew.app.db.kysely.selectFrom('job').select('handler').where('state', '<>', 'done').execute();
    expect(undone).toEqual([]);
    expect(crew.app.sandbox.violations).toEqual([]);
    expect(requests).toBeLessThan(4 * LOST);
  },
  LOST * 2_000 + 60_000,
);
