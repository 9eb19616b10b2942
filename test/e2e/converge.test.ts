/** Whatever order webhooks come in, and whichever are lost or doubled: in the end checks say what a fresh evaluation says. */
import fc from 'fast-check';
import { type Crew, recover, startCrew } from '../support/crew/crew.js';
import { Outage } from '../support/crew/outage.js';
import { Round } from '../support/crew/round.js';
import { type Act, type Step, step } from '../support/crew/steps.js';
import { onPglite } from '../support/databases.js';

/** `CONVERGE_RUNS=500 npm test -- test/e2e/converge` plays hundreds. */
const RUNS = Number(process.env.CONVERGE_RUNS ?? 1);

/** `OUTAGE_LOST=2000 npm test -- test/e2e/converge` is an hour of a busy organisation. */
const LOST = Number(process.env.OUTAGE_LOST ?? 20);

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

const act = (one: Act): Step => ({ kind: 'act', act: one, during: false });
const work = Array.from({ length: 12 }, (): Step => ({ kind: 'work', turn: 0, wait: 5_000 }));
const unseen: Step = { kind: 'mishap', what: 'unseen', times: 1 };
const enforce = act({ kind: 'policy', mode: 'enforce' });
const pushed = act({ kind: 'push', topic: 0, isLeak: false, isForced: false });
const opened = (base: 'main' | 'side') => act({ kind: 'open', topic: 0, base });

/** What the property has found, as small as it gets. */
const FOUND: readonly [string, readonly Step[]][] = [
  [
    'a pull request comes to a gated branch, unheard, after readiness has changed',
    [pushed, opened('side'), ...work, enforce, ...work, unseen, act({ kind: 'retarget', topic: 0, base: 'main' })],
  ],
  ['another policy is pushed, unheard', [pushed, opened('main'), ...work, unseen, enforce]],
  [
    'a check is run again under a policy that is taken back at once',
    [
      act({ kind: 'policy', mode: 'off' }),
      { kind: 'work', turn: 0, wait: 0 },
      { kind: 'act', act: { kind: 'policy', mode: 'warn' }, during: true },
      act({ kind: 'rerun', nth: 0 }),
      { kind: 'work', turn: 0, wait: 0 },
    ],
  ],
];

test.each(FOUND)('%s', async (_, steps) => {
  const round = await Round.begin(crew);
  try {
    await round.play(steps);
    await round.check();
  } finally {
    await round.close();
  }
});

test(
  'an outage of an hour is made good by one sweep and one reconcile',
  async () => {
    await crew.restore();
    const outage = new Outage(crew);
    await outage.moor(Math.max(3, LOST / 100));
    await outage.last({ lost: LOST, doubled: LOST / 10 });
    await recover(crew);
    expect(await outage.missing()).toEqual([]);
    const undone = await crew.app.db.kysely.selectFrom('job').select('handler').where('state', '<>', 'done').execute();
    expect(undone).toEqual([]);
    expect(crew.app.sandbox.violations).toEqual([]);
    // Each lost one is asked for once, and the list is read; the rest is what the webhooks would have cost, and a look at each repository.
    const { entries } = crew.app.sandbox.requests;
    expect(entries.filter(({ path }) => path.startsWith('/app/hook')).length).toBeLessThan(1.1 * LOST + 5);
    expect(entries.length).toBeLessThan(10 * LOST);
  },
  LOST * 2_000 + 60_000,
);
