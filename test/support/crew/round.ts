/** One round of the property: people act, webhooks and requests go wrong, and what is true in the end is known from what people did. */
import { awsKeyPair } from '../../../src/cli/_demo/samples.js';
import { POLICY_FILE } from '../../../src/domain/policy/index.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../../src/domain/readiness/check-content.js';
import { withMissing } from '../../../src/domain/readiness/missing.js';
import { shortFingerprint } from '../../../src/domain/scanner/finding.js';
import { launchCheck } from '../../../src/domain/readiness/launch-check.js';
import { launchFacts } from '../../../src/flows/launch-check.js';
import { missingFor } from '../../../src/flows/missing.js';
import type { CheckRun, Issue, Repository } from '../../../src/sandbox/state/model.js';
import { type Base, type Crew, ITEMS, type Mode, NAME, ORG, policyOf, recover } from './crew.js';
import { type Act, type Step, TOPICS } from './steps.js';

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

/** One round on a fresh repository, and what GitHub's people know to be true of it. */
export class Round {
  readonly #crew: Crew;
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

  private constructor(crew: Crew, repo: Repository, issue: Issue) {
    this.#crew = crew;
    this.#repo = repo;
    this.#issue = issue;
    const { root } = crew;
    this.#root = root;
    this.#main = [root];
    this.#topics = Array.from({ length: TOPICS }, (_, index) => ({
      name: `topic-${index}`,
      head: null,
      leaks: [],
      pull: null,
    }));
  }

  static async begin(crew: Crew): Promise<Round> {
    await crew.restore();
    const repo = crew.app.sandbox.repository(NAME);
    const issue = [...crew.app.sandbox.state.issues.values()].find(({ repositoryId }) => repositoryId === repo.id);
    if (issue === undefined) throw new Error('There is no issue');
    return new Round(crew, repo, issue);
  }

  async play(steps: readonly Step[]): Promise<void> {
    let waiting: Act[] = [];
    const actNow = async () => {
      this.#crew.app.onRequest = () => undefined;
      const acts = waiting;
      waiting = [];
      for (const one of acts) await this.#act(one);
    };
    for (const one of steps) {
      this.#crew.app.pass(1_000);
      if (one.kind === 'act' && !one.during) await this.#act(one.act);
      else if (one.kind === 'act') {
        waiting.push(one.act);
        this.#crew.app.onRequest = async ({ method }) => {
          if (method !== 'GET') await actNow();
        };
      } else await this.#happen(one);
    }
    await actNow();
    await recover(this.#crew);
  }

  async #happen(one: Exclude<Step, { kind: 'act' }>): Promise<void> {
    const { webhooks, faults } = this.#crew.app.sandbox;
    switch (one.kind) {
      case 'work':
        this.#crew.app.pass(one.wait);
        if (!this.#held) await webhooks.idle();
        await this.#crew.app.work((subjects) => subjects[one.turn % subjects.length] ?? '');
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
        const { number } = await this.#crew.captain.openPullRequest(NAME, {
          title: topic.name,
          head: topic.name,
          base: one.base,
        });
        topic.pull = { number, base: one.base };
        return;
      }
      case 'retarget':
        if (topic === undefined || topic.pull === null || topic.pull.base === one.base) return;
        await this.#crew.captain.updatePullRequest(NAME, topic.pull.number, { base: one.base });
        topic.pull.base = one.base;
        return;
      case 'close':
        if (topic === undefined || topic.pull === null) return;
        await this.#crew.captain.updatePullRequest(NAME, topic.pull.number, { state: 'closed' });
        topic.pull = null;
        return;
      case 'tick':
        if (this.#ticked.has(one.item)) return;
        this.#ticked.add(one.item);
        await this.#crew.captain.tick(NAME, this.#issue.number, `item-${one.item}`);
        return;
      case 'settle':
        return this.#settle(one);
      case 'policy':
        if (this.#mode === one.mode) return;
        this.#mode = one.mode;
        await this.#setPolicy(one.mode);
        return;
      case 'rerun': {
        const runs = this.#runs();
        const run = runs[one.nth % runs.length];
        if (run !== undefined) await this.#crew.captain.rerequestCheckRun(NAME, run.id);
      }
    }
  }

  async #push(topic: Topic, { isLeak, isForced }: { readonly isLeak: boolean; readonly isForced: boolean }) {
    const isNew = topic.head === null || isForced;
    const { files, leaks } = this.#files(isLeak);
    const from = isNew ? { from: this.#root } : {};
    topic.head = await this.#crew.captain.commit(NAME, { branch: topic.name, message: 'More', files, ...from });
    topic.leaks = [...(isNew ? [] : topic.leaks), ...leaks];
  }

  async #pushMain({ isLeak, isForced }: { readonly isLeak: boolean; readonly isForced: boolean }): Promise<void> {
    const { files, leaks } = this.#files(isLeak);
    const parent = isForced ? this.#main.at(-2) : undefined;
    const from = parent === undefined ? {} : { from: parent };
    const head = await this.#crew.captain.commit(NAME, { branch: 'main', message: 'More', files, ...from });
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
    const heads = await this.#crew.app.db.kysely
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
    leak.settledBy.push((await this.#crew.captain.comment(NAME, this.#issue.number, body)).id);
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
    return [...this.#crew.app.sandbox.state.checkRuns.values()].filter(
      ({ repositoryId }) => repositoryId === this.#repo.id,
    );
  }

  async check(): Promise<void> {
    const heard = [...this.#crew.app.sandbox.state.deliveries.values()].filter(
      ({ event }) => event === 'issue_comment',
    );
    const comments = new Set(
      heard.map(({ payload }) => (JSON.parse(payload) as { comment: { id: number } }).comment.id),
    );
    const isOpen = ({ settledBy }: Leak) => !settledBy.some((id) => comments.has(id));
    const fresh = await this.#crew.app.within(this.#crew.installationId, async (context) => {
      const content = launchCheck(await launchFacts(this.#repo, context));
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
      const { conclusion, title, summary } = fresh;
      expect(launch).toMatchObject([{ status: 'completed', conclusion }]);
      // The words on the default branch may be older than its mark: nobody merges it anywhere.
      if (index > 0) expect(launch).toMatchObject([{ title, summary }]);
    }
    expect(this.#crew.app.sandbox.violations).toEqual([]);
  }

  /** Nothing is under way any more. */
  async close(): Promise<void> {
    this.#crew.app.onRequest = () => undefined;
    this.#crew.app.sandbox.faults.clear();
    this.#crew.app.sandbox.webhooks.resume();
    this.#crew.app.sandbox.webhooks.clear();
    await this.#crew.app.sandbox.webhooks.idle();
  }

  async #setPolicy(mode: Mode): Promise<void> {
    const files = { [POLICY_FILE]: policyOf(mode) };
    await this.#crew.captain.commit(`${ORG}/.github`, { message: mode, files });
  }
}

function launchOf(mode: Mode, isReady: boolean): string {
  if (mode === 'off') return 'skipped';
  if (isReady) return 'success';
  return mode === 'enforce' ? 'failure' : 'neutral';
}
