/** An hour in which nothing reaches us while people go on working; and what has to be there afterwards, once each. */
import { awsKeyPair } from '../../../src/cli/_demo/samples.js';
import type { ItemState } from '../../../src/domain/checklist/index.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../../src/domain/readiness/check-content.js';
import { itemStates } from '../../../src/infra/db/baselines.js';
import type { Issue, Repository } from '../../../src/sandbox/state/model.js';
import { type Crew, ITEMS, ORG } from './crew.js';

/** What one repository's people did. */
interface Berth {
  readonly name: string;
  readonly repo: Repository;
  /** Shas of pushed heads, and whether the check has to fail on them. */
  readonly heads: Map<string, boolean>;
  /** Shas of heads that have been a pull request's. */
  readonly merging: Set<string>;
  ticked: number;
  commands: number;
}

export class Outage {
  readonly #crew: Crew;
  readonly #berths: Berth[] = [];
  #acts = 0;

  constructor(crew: Crew) {
    this.#crew = crew;
  }

  /** Repositories from before, with their issues. */
  async moor(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) await this.#build();
    await this.#crew.app.settle();
  }

  /** People work until so many webhooks came twice and so many were lost. */
  async last({ lost, doubled }: { readonly lost: number; readonly doubled: number }): Promise<void> {
    const { app } = this.#crew;
    const { state, webhooks } = app.sandbox;
    const before = state.deliveries.size;
    webhooks.double({ times: doubled });
    // Two entries in the log for each that came twice.
    const count = () => state.deliveries.size - before;
    while (count() < 2 * doubled) {
      await this.#act();
      await webhooks.idle();
    }
    webhooks.clear();
    const whole = state.deliveries.size;
    webhooks.lose();
    while (state.deliveries.size - whole < lost) {
      await this.#act();
      app.pass((60 * 60_000) / lost);
    }
    webhooks.clear();
  }

  /** What is not there just once, in words; nothing when all is well. */
  async missing(): Promise<readonly string[]> {
    const { state } = this.#crew.app.sandbox;
    const runs = [...state.checkRuns.values()];
    const wrong: string[] = [];
    const expectIt = (isSo: boolean, what: string) => void (isSo || wrong.push(what));
    for (const { name, repo, heads, merging, ticked, commands } of this.#berths) {
      const ours = this.#baselinesOf(repo);
      expectIt(ours.length === 1, `${name}: ${ours.length} baseline issues`);
      for (const [sha, isLeak] of heads) {
        const said = (check: string) =>
          runs.filter((run) => run.headSha === sha && run.name === check).map(({ conclusion }) => conclusion);
        const secrets = said(SECRETS_CHECK).join(' ');
        expectIt(secrets === (isLeak ? 'failure' : 'success'), `${name} ${sha}: secrets say "${secrets}"`);
        if (merging.has(sha))
          expectIt(said(LAUNCH_CHECK).length === 1, `${name} ${sha}: ${said(LAUNCH_CHECK).length} launch`);
      }
      const replies = [...state.comments.values()].filter((one) => one.repositoryId === repo.id && one.author === BOT);
      expectIt(replies.length === commands, `${name}: ${replies.length} replies to ${commands} commands`);
      const states = await itemStates(this.#crew.app.db.kysely, repo.id);
      const done = [...states.values()].filter((state) => (state as ItemState).kind === 'done');
      expectIt(done.length === ticked, `${name}: ${done.length} of ${ticked} ticks`);
    }
    return wrong;
  }

  async #act(): Promise<void> {
    const { captain } = this.#crew;
    this.#acts += 1;
    const round = Math.floor(this.#acts / this.#berths.length);
    const berth = this.#berths[this.#acts % this.#berths.length];
    if (berth === undefined) throw new Error('There are no repositories');
    const { name, repo } = berth;
    const [issue] = this.#baselinesOf(repo);
    switch (round % 5) {
      case 0:
        await this.#push(berth, 'main');
        return;
      case 1: {
        const branch = `topic-${this.#acts}`;
        const sha = await this.#push(berth, branch);
        berth.merging.add(sha);
        await captain.openPullRequest(name, { title: branch, head: branch });
        return;
      }
      case 2:
        return this.#tick(berth, issue);
      case 3:
        if (issue === undefined) return;
        await captain.comment(name, issue.number, '/baseline status');
        berth.commands += 1;
        return;
      default:
        // One that nobody has heard of.
        if (this.#acts % this.#berths.length === 0) await this.#build();
    }
  }

  #baselinesOf({ id }: Repository): readonly Issue[] {
    const issues = [...this.#crew.app.sandbox.state.issues.values()];
    return issues.filter(({ repositoryId, author }) => repositoryId === id && author === BOT);
  }

  async #tick(berth: Berth, issue: Issue | undefined): Promise<void> {
    if (issue === undefined || berth.ticked === ITEMS) return;
    await this.#crew.captain.tick(berth.name, issue.number, `item-${berth.ticked}`);
    berth.ticked += 1;
  }

  async #build(): Promise<void> {
    const files = { 'README.md': 'ours\n' };
    const repo = await this.#crew.app.sandbox.createRepository(ORG, { name: `berth-${this.#berths.length}`, files });
    const name = `${repo.owner}/${repo.name}`;
    this.#berths.push({ name, repo, heads: new Map(), merging: new Set(), ticked: 0, commands: 0 });
  }

  /** Every other topic brings a secret. */
  async #push({ name, heads }: Berth, branch: string): Promise<string> {
    const isLeak = branch !== 'main' && this.#acts % 2 === 0;
    const { id, secret } = awsKeyPair();
    const text = isLeak ? `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n` : `${this.#acts}\n`;
    const files = { [`file-${this.#acts}.txt`]: text };
    const from = branch === 'main' ? {} : { from: 'main' };
    const sha = await this.#crew.captain.commit(name, { branch, message: 'More', files, ...from });
    heads.set(sha, isLeak);
    return sha;
  }
}

const BOT = 'seaworthy[bot]';
