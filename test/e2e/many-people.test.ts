/** Twenty people tick while the bot writes: whatever the interleaving, and whatever GitHub never told, no tick is lost and each has its name. */
import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import type { Checklist, Item } from '../../src/domain/checklist/index.js';
import type { Issue } from '../../src/sandbox/state/model.js';
import type { Database } from '../../src/infra/db/database.js';
import { onPglite } from '../support/databases.js';
import { type InProcess, startInProcess } from '../support/in-process.js';

/** `PEOPLE_RUNS=5000 npm test -- test/e2e/many-people` plays thousands. */
const RUNS = Number(process.env.PEOPLE_RUNS ?? 30);
const PEOPLE = Array.from({ length: 20 }, (_, index) => `person-${index}`);
const ITEMS = 8;

const item = (index: number): Item => ({
  id: `item-${index}`,
  title: `Control number ${index}`,
  why: 'Because.',
  how: 'Do it.',
  level: 'MUST',
  risk: 'LOW',
  effort: 5,
  evidence: 'A link.',
  references: ['https://example.com'],
  satisfies: [],
});

const checklist: Checklist = {
  name: 'repository',
  title: 'Repository',
  summary: 'For the test.',
  sections: [{ id: 'all', title: 'All', items: Array.from({ length: ITEMS }, (_, index) => item(index)) }],
};

/** Who ticks what; one webhook in four never comes. The last item is left to the captain. */
const tick = fc.record({
  person: fc.nat(PEOPLE.length - 1),
  item: fc.nat(ITEMS - 2),
  isLost: fc.nat(3).map((die) => die === 0),
});
type Tick = typeof tick extends fc.Arbitrary<infer T> ? T : never;

/** A person ticks a box, the App does its next job, or people tick while a write of the App is on its way. */
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('tick' as const), tick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('work' as const), turn: fc.nat(100) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('race' as const),
      ticks: fc.array(tick, { minLength: 1, maxLength: 3 }),
    }),
  },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const REPO = 'crew/ship';

// Of all files this one queries long enough for V8 to be paid back (test/support/short-lived.ts).
setFlagsFromString('--no-liftoff-only');

let app: InProcess;
let db: Database;
let issue: Issue;
/** The body of the issue on its first day. */
let unticked: string | null;
const databases = onPglite();

beforeAll(async () => {
  db = await databases.fresh();
  app = await startInProcess(db, [checklist]);
  const crew = app.sandbox.createOrganization('crew', { owner: 'captain' });
  crew.defaultPermission = 'write';
  for (const person of PEOPLE) {
    app.sandbox.createUser(person);
    app.sandbox.addMember('crew', person);
  }
  app.sandbox.installApp('crew');
  await app.sandbox.createRepository('crew', { name: 'ship', empty: true });
  await finish();
  const [opened] = app.sandbox.state.issues.values();
  if (opened === undefined) throw new Error('There is no issue');
  issue = opened;
  unticked = issue.body;
});
afterAll(() => app.close());

/** Everything delivered and every job done. */
async function finish(): Promise<void> {
  let jobs = 0;
  do {
    await app.sandbox.webhooks.idle();
    jobs += 1;
    if (jobs > 300)
      throw new Error(`It does not come to rest: ${JSON.stringify(app.waiting.map(({ handler }) => handler))}`);
  } while (await app.work(([first = '']) => first));
}

/**
 * Puts issue and record back to the first day. Opening an issue takes more time than everything that happens in one round, and
 * has its own tests.
 */
async function startOver(): Promise<void> {
  app.sandbox.webhooks.clear();
  app.sandbox.requests.clear();
  app.sandbox.state.deliveries.clear();
  issue.body = unticked;
  issue.edits.length = 0;
  for (const table of ['item', 'edit', 'body_write'] as const) await db.kysely.deleteFrom(table).execute();
  await db.kysely.updateTable('baseline').set({ settled_body: unticked }).execute();
}

/** What a click does, of which GitHub's page knows where it was. */
async function tickBox(login: string, index: number): Promise<void> {
  const lines = (issue.body ?? '').split('\n');
  const ticked = lines.map((line) => (line.includes(`\`item-${index}\``) ? line.replace('- [ ]', '- [x]') : line));
  await app.sandbox.as(login).editIssueBody(REPO, issue.number, ticked.join('\n'));
}

/** Answers who ticked which item first. */
async function play(actions: readonly Action[]): Promise<ReadonlyMap<number, string>> {
  await startOver();
  const expected = new Map<number, string>();
  const act = async ({ person, item: index, isLost }: Tick) => {
    // Everybody ticks what is still open: unticking again would be a decision of its own.
    if (expected.has(index)) return;
    const login = PEOPLE[person] ?? '';
    expected.set(index, login);
    if (isLost) app.sandbox.webhooks.lose({ event: 'issues.edited', times: 1, logged: false });
    await tickBox(login, index);
  };
  for (const step of actions) {
    if (step.kind === 'tick') await act(step.tick);
    if (step.kind === 'work') {
      await app.sandbox.webhooks.idle();
      await app.work((subjects) => subjects[step.turn % subjects.length] ?? '');
    }
    if (step.kind === 'race') {
      app.onRequest = async ({ method, route }) => {
        if (method !== 'PATCH' || !route.endsWith('/issues/{issue_number}')) return;
        app.onRequest = () => undefined;
        for (const one of step.ticks) await act(one);
      };
    }
  }
  app.onRequest = () => undefined;
  // What nobody told the App comes to light with the next reading.
  await tickBox('captain', ITEMS - 1);
  await finish();
  return expected.set(ITEMS - 1, 'captain');
}

/** By whom the issue says it was done; null when it is open. */
function doneBy(index: number): string | null {
  const body = (issue.body ?? '').replaceAll('&#8203;', '');
  const line = body.split('\n').find((text) => text.startsWith('- [') && text.includes(`\`item-${index}\``)) ?? '';
  return /^- \[x\].* done by @(?<login>[\w-]+)/.exec(line)?.groups?.login ?? null;
}

test(
  'no tick is lost, and each is by who made it',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
        const expected = await play(actions);
        expect([...expected.keys()].map((index) => [index, doneBy(index)])).toEqual([...expected]);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 1_500 + 60_000,
);
