/** Chaos, round by round: work arrives, the App is killed at a random moment, started again, and everything must be there once. */
import path from 'node:path';
import { DATA } from '../../src/cli/_demo/app-process.js';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { verifyJournal } from '../../src/infra/db/journal.js';
import type { Issue, Repository } from '../../src/sandbox/state/model.js';
import {
  baselineIssue,
  checkOn,
  clone,
  commentsOn,
  DEVELOPER,
  issuesOf,
  openItems,
  ORG,
  START_LIMIT,
  type Stage,
  setTestStage,
  settled,
  until,
  visibleBody,
} from '../support/stage.js';
import { ROUND_LIMIT, SEEDS } from './rounds.js';

/** What did not hold, in words; empty when all did. */
type Broken = readonly string[];

/** Declares the tests of one engine: the rounds, one after the other on one stage, and a look at what they left in the database. */
export function chaosTests(openUrl?: () => Promise<string>): void {
  let stage: Stage;
  let setting: Promise<Stage>;
  let databaseUrl: string | undefined;
  let fuse: Fuse | undefined;
  beforeAll(async () => {
    databaseUrl = await openUrl?.();
    setting = setTestStage({
      onRequest: () => fuse?.request(),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    stage = await setting;
    stage.sandbox.createUser('mona');
  }, START_LIMIT);
  // Also one that came too late for its tests.
  afterAll(async () => (await setting).close());

  test.each(SEEDS)(
    'round %d',
    async (seed) => {
      const random = seeded(seed);
      fuse = new Fuse(random);
      expect(await playRound(stage, seed, random, fuse)).toEqual([]);
    },
    ROUND_LIMIT,
  );

  test('after all rounds the journal is whole, and no job was given up', async () => {
    await stage.app.stop();
    expect(await databaseProblems(stage, databaseUrl)).toEqual([]);
  });
}

/** @param random decides when the App is killed; the rest is up to the machine, as in life. */
async function playRound(stage: Stage, seed: number, random: () => number, fuse: Fuse): Promise<Broken> {
  const work = await prepare(stage, seed);
  const kills = 1 + Math.floor(random() * 2);
  const killed = fuse.arm(() => stage.app.kill());
  await work.begin();
  for (let left = kills; left > 0; left--) {
    await killed.next();
    await stage.sandbox.webhooks.idle();
    await stage.restart();
    if (left > 1) killed.again();
  }
  await settled(stage, 60);
  return work.verify();
}

/** Milliseconds. About as long as the work of a round takes; what is killed later than that was idle, or late. */
const PATIENCE_MS = 2_000;

/** Counts the App's requests and kills it at a random one, or a random few milliseconds after it. */
class Fuse {
  #left = Number.POSITIVE_INFINITY;
  #delay = 0;
  #kill: (() => Promise<void>) | undefined;
  #dead: Promise<void> = Promise.resolve();
  #announce: () => void = () => undefined;
  #patience: NodeJS.Timeout | undefined;

  constructor(readonly random: () => number) {}

  arm(kill: () => Promise<void>) {
    this.#kill = kill;
    this.#set();
    return { next: () => this.#dead, again: () => this.#set() };
  }

  request(): void {
    this.#left -= 1;
    if (this.#left !== 0) return;
    setTimeout(() => this.#burn(), this.#delay);
  }

  #set(): void {
    this.#left = 1 + Math.floor(this.random() * 12);
    this.#delay = this.random() < 0.5 ? 0 : Math.floor(this.random() * 30);
    this.#dead = new Promise<void>((resolve) => {
      this.#announce = resolve;
    });
    // A round with less work than the fuse is long dies at its end instead: idle is a moment too.
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#burn(), PATIENCE_MS);
  }

  #burn(): void {
    clearTimeout(this.#patience);
    this.#left = Number.POSITIVE_INFINITY;
    this.#kill?.().then(this.#announce, this.#announce);
  }
}

interface Work {
  /** Sends everything at once, and waits until GitHub has tried to deliver it. */
  begin(): Promise<void>;
  verify(): Promise<Broken>;
}

/** Each round has repositories of its own. */
async function prepare(stage: Stage, seed: number): Promise<Work> {
  const { sandbox } = stage;
  const repo = `${ORG}/old-${seed}`;
  const old = await sandbox.createRepository(ORG, { name: `old-${seed}` });
  sandbox.addCollaborator(repo, DEVELOPER, 'write');
  sandbox.addCollaborator(repo, 'mona', 'write');
  const issue = await until('the first issue', () => baselineIssue(stage, old));
  const copy = await clone(sandbox.pushUrl(repo, DEVELOPER), path.join(stage.folder, `clone-${seed}`), DEVELOPER);
  await copy.git('switch', '--quiet', '--create', 'leak');
  await settled(stage);
  const items = openItems(issue).slice(0, 4);
  let head = '';
  let asked = 0;
  let young: Repository;
  return {
    async begin() {
      young = await sandbox.createRepository(ORG, { name: `young-${seed}` });
      head = await copy.commit('Leak', { 'leak.ini': `aws_access_key_id = ${awsKeyPair().id}\n` });
      await copy.git('push', '--quiet', 'origin', 'leak');
      for (const [index, item] of items.entries()) {
        await sandbox.as(index % 2 === 0 ? DEVELOPER : 'mona').tick(repo, issue.number, `\`${item}\``);
      }
      asked = (await sandbox.as('mona').comment(repo, issue.number, '/baseline status')).id;
      await sandbox.as(DEVELOPER).openPullRequest(repo, { title: 'Leak', head: 'leak' });
    },
    async verify() {
      const names = runNames(stage, old, head);
      return [
        ...expectOne('issue in the young repository', issuesOf(stage, young).length),
        ...expectOne('issue in the old repository', issuesOf(stage, old).length),
        ...expectOne(
          'reply',
          commentsOn(stage, old, issue).filter(({ body }) => body.includes(`reply=${asked}`)).length,
        ),
        ...expectOne('secrets check', names.filter((name) => name === 'seaworthy/secrets').length),
        ...expectOne('launch check', names.filter((name) => name === 'seaworthy/launch').length),
        ...(checkOn(stage, old, head, 'seaworthy/secrets')?.conclusion === 'failure'
          ? []
          : ['the secrets check does not fail']),
        ...items.flatMap((item, index) => ticked(issue, item, index % 2 === 0 ? DEVELOPER : 'mona')),
        ...stage.violations().map((violation) => `contract: ${JSON.stringify(violation)}`),
      ];
    },
  };
}

function runNames(stage: Stage, repository: Repository, sha: string): string[] {
  return [...stage.sandbox.state.checkRuns.values()]
    .filter((run) => run.repositoryId === repository.id && run.headSha === sha)
    .map(({ name }) => name);
}

function expectOne(what: string, count: number): Broken {
  return count === 1 ? [] : [`${count} instead of one ${what}`];
}

function ticked(issue: Issue, item: string, by: string): Broken {
  const line =
    visibleBody(issue)
      .split('\n')
      .find((text) => text.startsWith('- [') && text.includes(`\`${item}\``)) ?? '';
  // What a verifier sees by itself needs nobody's word any more.
  return line.includes(`done by @${by}`) || line.includes('verified on')
    ? []
    : [`the tick of ${item} by ${by} is gone: ${line}`];
}

async function databaseProblems(stage: Stage, databaseUrl?: string): Promise<Broken> {
  const db = await openDatabase(
    databaseUrl === undefined ? { dataFolder: path.join(stage.folder, DATA) } : { url: databaseUrl },
  );
  try {
    const verdict = await verifyJournal(db.kysely);
    const parked = await db.kysely
      .selectFrom('job')
      .select(['handler', 'last_error'])
      .where('state', '=', 'parked')
      .execute();
    return [
      ...(verdict.intact ? [] : [`journal: ${verdict.problem}`]),
      ...parked.map(({ handler, last_error }) => `parked: ${handler} ${last_error}`),
    ];
  } finally {
    await db.close();
  }
}

/** Mulberry32: small, seeded, good enough to choose moments. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
