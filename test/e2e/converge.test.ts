/** Whatever order webhooks come in, and whichever are lost or doubled: in the end checks say what a fresh evaluation says. */
import fc from 'fast-check';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import type { Checklist, Item } from '../../src/domain/checklist/index.js';
import { POLICY_FILE } from '../../src/domain/policy/index.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../src/domain/readiness/check-content.js';
import { withMissing } from '../../src/domain/readiness/missing.js';
import { shortFingerprint } from '../../src/domain/scanner/finding.js';
import { launchContent } from '../../src/flows/launch-check.js';
import { missingFor } from '../../src/flows/missing.js';
import type { CheckRun, Issue, Repository } from '../../src/sandbox/state/model.js';
import { onPglite } from '../support/databases.js';
import { type Restore, snapshotOfSandbox, snapshotOfTables } from '../support/snapshot.js';
import { startVirtualApp, type VirtualApp } from '../support/virtual-app.js';

/** `CONVERGE_RUNS=500 npm test -- test/e2e/converge` plays hundreds. */
const RUNS = Number(process.env.CONVERGE_RUNS ?? 12);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ITEMS = 2;
const TOPICS = 3;
const ORG = 'crew';
const NAME = `${ORG}/ship`;
const BASES = ['main', 'release', 'side'] as const;
const MODES = ['off', 'observe', 'warn', 'enforce'] as const;
type Base = (typeof BASES)[number];
type Mode = (typeof MODES)[number];

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

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      topic: fc.nat(TOPICS - 1),
      isLeak: fc.boolean(),
      isForced: fc.nat(3).map((die) => die === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('push-main' as const),
      isLeak: fc.boolean(),
      isForced: fc.nat(2).map((die) => die === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      topic: fc.nat(TOPICS - 1),
      base: fc.constantFrom(...BASES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('retarget' as const),
      topic: fc.nat(TOPICS - 1),
      base: fc.constantFrom(...BASES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), topic: fc.nat(TOPICS - 1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tick' as const), item: fc.nat(ITEMS - 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      nth: fc.nat(9),
      how: fc.constantFrom('rotated', 'false-positive'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('policy' as const), mode: fc.constantFrom(...MODES) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rerun' as const), nth: fc.nat(9) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of the next webhooks. `unseen` is not even in GitHub's log. */
const MISHAPS = ['lost', 'unseen', 'doubled', 'reordered'] as const;
const FAULTS = ['error-before', 'error-after', 'rate-limit-secondary'] as const;

const step = fc.oneof(
  // `during`: while the App's next write is on its way.
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('act' as const), act, during: fc.nat(4).map((n) => n === 0) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('work' as const), turn: fc.nat(99), wait: fc.nat(5_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('mishap' as const),
      what: fc.constantFrom(...MISHAPS),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      effect: fc.constantFrom(...FAULTS),
      times: fc.integer({ min: 1, max: 2 }),
      skip: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'hold' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'release' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Leak {
  readonly path: string;
  /** Ids of comments that settle it. */
  readonly settledBy: number[];
}

interface Topic {
  readonly name: string;
  head: string | null;
  leaks: Leak[];
  pull: { readonly number: number; base: Base } | null;
}

let app: VirtualApp;
let installationId: number;
let root: string;
let restore: Restore;
const databases = onPglite();

const captain = () => app.sandbox.as('captain');

beforeAll(async () => {
  app = await startVirtualApp(await databases.fresh(), [checklist]);
  app.sandbox.createOrganization(ORG, { owner: 'captain' });
  await app.sandbox.createRepository(ORG, { name: '.github', files: { [POLICY_FILE]: policyOf('observe') } });
  await app.sandbox.createRepository(ORG, { name: 'ship', empty: true });
  root = await captain().commit(NAME, { message: 'Keel', files: { 'README.md': 'ours\n' } });
  for (const branch of ['release', 'side'])
    await captain().commit(NAME, { branch, from: root, message: branch, files: { [`${branch}.txt`]: branch } });
  installationId = app.sandbox.installApp(ORG).id;
  await app.settle();
  // The first look at a repository takes what is there for given; a process makes it with its second run.
  for (const _ of ['starts', 'looks']) await app.chore('reconcile');
  const [tables, sandbox] = [await snapshotOfTables(app.db), await snapshotOfSandbox(app.sandbox)];
  restore = async () => {
    await tables();
    await sandbox();
  };
});
afterAll(() => app.close());

function policyOf(mode: Mode): string {
  return `version: 1\ndefault: [repository]\ngates:\n  branches: [main, release]\n  launch: { mode: ${mode} }\n`;
}

/** One round on a fresh repository, and what GitHub's people know to be true of it. */
class Round {
  readonly #repo: Repository;
  readonly #issue: Issue;
  readonly #root: string;
  readonly #topics: readonly Topic[];
  #main: string[];
  #mainLeaks: Leak[] = [];
  #ticked = new Set<number>();
  #mode: Mode = 'observe';
  #commits = 0;
  #held = false;

  private constructor(repo: Repository, issue: Issue, root: string) {
    this.#repo = repo;
    this.#issue = issue;
    this.#root = root;
    this.#main = [root];
    this.#topics = Array.from({ length: TOPICS }, (_, index) => ({
      name: `topic-${index}`,
      head: null,
      leaks: [],
      pull: null,
    }));
  }

  static async begin(): Promise<Round> {
    await restore();
    const repo = app.sandbox.repository(NAME);
    const issue = [...app.sandbox.state.issues.values()].find(({ repositoryId }) => repositoryId === repo.id);
    if (issue === undefined) throw new Error('There is no issue');
    return new Round(repo, issue, root);
  }

  async play(steps: readonly Step[]): Promise<void> {
    let waiting: Act[] = [];
    const actNow = async () => {
      app.onRequest = () => undefined;
      const acts = waiting;
      waiting = [];
      for (const one of acts) await this.#act(one);
    };
    for (const one of steps) {
      app.pass(1_000);
      if (one.kind === 'act' && !one.during) await this.#act(one.act);
      else if (one.kind === 'act') {
        waiting.push(one.act);
        app.onRequest = async ({ method }) => {
          if (method !== 'GET') await actNow();
        };
      } else await this.#happen(one);
    }
    await actNow();
    await this.#end();
  }

  async #happen(one: Exclude<Step, { kind: 'act' }>): Promise<void> {
    const { webhooks, faults } = app.sandbox;
    switch (one.kind) {
      case 'work':
        app.pass(one.wait);
        if (!this.#held) await webhooks.idle();
        await app.work((subjects) => subjects[one.turn % subjects.length] ?? '');
        return;
      case 'mishap':
        if (one.what === 'doubled') webhooks.double({ times: one.times });
        else if (one.what === 'reordered') webhooks.reorder(one.times + 1);
        else webhooks.lose({ times: one.times, logged: one.what === 'lost' });
        return;
      case 'fault':
        if (one.skip > 0) faults.add({ effect: 'latency', ms: 0, times: one.skip });
        faults.add({ effect: one.effect, times: one.times });
        return;
      case 'hold':
      case 'release':
        this.#held = one.kind === 'hold';
        if (this.#held) webhooks.pause();
        else webhooks.resume();
    }
  }

  async #act(one: Act): Promise<void> {
    const topic = 'topic' in one ? this.#topics[one.topic] : undefined;
    switch (one.kind) {
      case 'push':
        if (topic !== undefined) await this.#push(topic, one);
        return;
      case 'push-main':
        return this.#pushMain(one);
      case 'open': {
        if (topic === undefined || topic.head === null || topic.pull !== null) return;
        const { number } = await captain().openPullRequest(NAME, {
          title: topic.name,
          head: topic.name,
          base: one.base,
        });
        topic.pull = { number, base: one.base };
        return;
      }
      case 'retarget':
        if (topic === undefined || topic.pull === null || topic.pull.base === one.base) return;
        await captain().updatePullRequest(NAME, topic.pull.number, { base: one.base });
        topic.pull.base = one.base;
        return;
      case 'close':
        if (topic === undefined || topic.pull === null) return;
        await captain().updatePullRequest(NAME, topic.pull.number, { state: 'closed' });
        topic.pull = null;
        return;
      case 'tick':
        if (this.#ticked.has(one.item)) return;
        this.#ticked.add(one.item);
        await captain().tick(NAME, this.#issue.number, `item-${one.item}`);
        return;
      case 'settle':
        return this.#settle(one);
      case 'policy':
        if (this.#mode === one.mode) return;
        this.#mode = one.mode;
        await setPolicy(one.mode);
        return;
      case 'rerun': {
        const runs = this.#runs();
        const run = runs[one.nth % runs.length];
        if (run !== undefined) await captain().rerequestCheckRun(NAME, run.id);
      }
    }
  }

  async #push(topic: Topic, { isLeak, isForced }: { readonly isLeak: boolean; readonly isForced: boolean }) {
    const isNew = topic.head === null || isForced;
    const { files, leaks } = this.#files(isLeak);
    const from = isNew ? { from: this.#root } : {};
    topic.head = await captain().commit(NAME, { branch: topic.name, message: 'More', files, ...from });
    topic.leaks = [...(isNew ? [] : topic.leaks), ...leaks];
  }

  async #pushMain({ isLeak, isForced }: { readonly isLeak: boolean; readonly isForced: boolean }): Promise<void> {
    const { files, leaks } = this.#files(isLeak);
    const parent = isForced ? this.#main.at(-2) : undefined;
    const from = parent === undefined ? {} : { from: parent };
    const head = await captain().commit(NAME, { branch: 'main', message: 'More', files, ...from });
    this.#main = [...(parent === undefined ? this.#main : this.#main.slice(0, -1)), head];
    // Whoever has the old commits has the value.
    this.#mainLeaks.push(...leaks);
  }

  #files(isLeak: boolean): { readonly files: Record<string, string>; readonly leaks: Leak[] } {
    this.#commits += 1;
    const path = `file-${this.#commits}.txt`;
    if (!isLeak) return { files: { [path]: `clean ${this.#commits}\n` }, leaks: [] };
    const { id, secret } = awsKeyPair();
    const text = `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
    const leak = { path, settledBy: [] };
    this.#leaks.push(leak);
    return { files: { [path]: text }, leaks: [leak] };
  }
  readonly #leaks: Leak[] = [];

  /** People answer what they were shown. */
  async #settle({ nth, how }: { readonly nth: number; readonly how: string }): Promise<void> {
    const heads = await app.db.kysely
      .selectFrom('head')
      .select('sightings')
      .where('repository_id', '=', this.#repo.id)
      .execute();
    const seen = heads.flatMap(({ sightings }) => sightings);
    const found = this.#leaks.filter(({ path }) => seen.some((sighting) => sighting.path === path));
    const leak = found[nth % found.length];
    if (leak === undefined) return;
    const prints = new Set(seen.filter(({ path }) => path === leak.path).map(({ fingerprint }) => fingerprint));
    const reason = how === 'rotated' ? 'https://example.com/ticket/1' : 'because it is a sample';
    const body = [...prints].map((print) => `/baseline ${how} ${shortFingerprint(print)} ${reason}`).join('\n');
    leak.settledBy.push((await captain().comment(NAME, this.#issue.number, body)).id);
  }

  /** Everything works again; one sweep, one reconcile. Ticks that nobody ever told us of are looked for once a day. */
  async #end(): Promise<void> {
    const { webhooks, faults } = app.sandbox;
    faults.clear();
    webhooks.resume();
    webhooks.clear();
    await app.settle();
    app.pass(10 * MINUTE);
    await app.chore('sweep-deliveries');
    app.pass(DAY);
    await app.chore('reconcile');
  }

  /** Where anybody looks: heads of open pull requests into gated branches, and of the default branch. */
  #heads(): readonly { readonly sha: string; readonly leaks: readonly Leak[] }[] {
    const open = this.#topics.filter(({ pull }) => pull !== null && pull.base !== 'side');
    return [
      { sha: this.#main.at(-1) ?? '', leaks: this.#mainLeaks },
      ...open.map(({ head, leaks }) => ({ sha: head ?? '', leaks })),
    ];
  }

  #runs(): readonly CheckRun[] {
    return [...app.sandbox.state.checkRuns.values()].filter(({ repositoryId }) => repositoryId === this.#repo.id);
  }

  async check(): Promise<void> {
    const heard = [...app.sandbox.state.deliveries.values()].filter(({ event }) => event === 'issue_comment');
    const comments = new Set(
      heard.map(({ payload }) => (JSON.parse(payload) as { comment: { id: number } }).comment.id),
    );
    const isOpen = ({ settledBy }: Leak) => !settledBy.some((id) => comments.has(id));
    const fresh = await app.within(installationId, async (context) => {
      const content = await launchContent(this.#repo, context);
      return withMissing(content, await missingFor(context));
    });
    const isReady = this.#ticked.size === ITEMS && !this.#leaks.some(isOpen);
    expect(fresh.conclusion).toBe(launchOf(this.#mode, isReady));
    const runs = this.#runs();
    const keys = runs.map(({ externalId }) => externalId);
    expect(keys).toEqual([...new Set(keys)]);
    const shown = (sha: string, name: string) =>
      runs
        .filter((run) => run.headSha === sha && run.name === name)
        .map(({ status, conclusion, externalId }) => ({ status, conclusion, externalId }));
    for (const [index, { sha, leaks }] of this.#heads().entries()) {
      const secrets = { status: 'completed', conclusion: leaks.some(isOpen) ? 'failure' : 'success' };
      expect(shown(sha, SECRETS_CHECK)).toEqual([{ ...secrets, externalId: `${SECRETS_CHECK}:${sha}` }]);
      const launch = runs.filter((run) => run.headSha === sha && run.name === LAUNCH_CHECK);
      expect(launch.map(({ status }) => status)).toEqual(['completed']);
      // Of the default branch the check says what was true when it was pushed: nobody merges it anywhere.
      if (index === 0) continue;
      const { conclusion, title, summary } = fresh;
      expect(launch).toMatchObject([{ conclusion, title, summary }]);
    }
    expect(app.sandbox.violations).toEqual([]);
  }

  /** Nothing is under way any more. */
  async close(): Promise<void> {
    app.onRequest = () => undefined;
    app.sandbox.faults.clear();
    app.sandbox.webhooks.resume();
    app.sandbox.webhooks.clear();
    await app.sandbox.webhooks.idle();
  }
}

async function setPolicy(mode: Mode): Promise<void> {
  await captain().commit(`${ORG}/.github`, { message: mode, files: { [POLICY_FILE]: policyOf(mode) } });
}

function launchOf(mode: Mode, isReady: boolean): string {
  if (mode === 'off') return 'skipped';
  if (isReady) return 'success';
  return mode === 'enforce' ? 'failure' : 'neutral';
}

test(
  'checks end right',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
        const round = await Round.begin();
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
