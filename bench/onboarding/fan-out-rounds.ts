/** The story that is measured: many open pull requests, readiness changes twice, and then a round for nothing. */
import { LAUNCH_CHECK } from '../../src/domain/readiness/check-content.js';
import type { Database } from '../../src/infra/db/database.js';
import type { JobSpec } from '../../src/infra/queue/types.js';
import { seededRandom } from '../../src/sandbox/world.js';
import type { Watched } from './limit-watch.js';
import type { MemoryRepository } from './memory-github.js';
import { People } from './people.js';
import { Simulation, START } from './simulation.js';

const ORG = 1;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Milliseconds from one pull request to the next, about: people ask for the status for that long. */
const PACE = 1.2 * SECOND;

export interface Round {
  /** Virtual minutes from the command until nothing is left to be done. */
  readonly minutes: number;
  /** Check runs created or changed. */
  readonly checkWrites: number;
  readonly requests: Readonly<Record<'read' | 'write' | 'content', number>>;
}

export interface FannedOut {
  readonly first: Round;
  readonly second: Round;
  /** Asked for although nothing had changed. */
  readonly repeated: Round;
  /** Pull requests whose check is not there exactly once, or says something else than the newest head's. */
  readonly wrong: number;
  readonly violations: number;
  /** Requests that GitHub in memory has no answer for. */
  readonly unknown: number;
  /** Milliseconds from each person's command to its answer. */
  readonly waits: readonly number[];
}

/** @param commandsEvery milliseconds */
export async function fanOutRounds(db: Database, count: number, commandsEvery = 20 * SECOND): Promise<FannedOut> {
  const simulation = await Simulation.create({ db, random: seededRandom(1) });
  const { github } = simulation;
  const repository = simulation.repository(ORG);
  for (let pull = 0; pull < count; pull++) repository.pulls.push((0x1000 + pull).toString(16).padStart(40, 'f'));
  await simulation.webhook(ORG, 'installation.created', {});
  await simulation.run();
  const people = new People(simulation);
  const watch = github.watch(ORG);

  const round = async (begin: () => Promise<unknown>): Promise<Round> => {
    const [began, before, written] = [simulation.elapsed, { ...watch.requests }, checkWrites(watch)];
    await begin();
    for (let at = commandsEvery; at < count * PACE; at += commandsEvery)
      simulation.plan(began + at, () => people.askForStatus(repository));
    await simulation.run();
    const { read, write, content } = watch.requests;
    return {
      minutes: (lastWritten(repository) - START.getTime() - began) / MINUTE,
      checkWrites: checkWrites(watch) - written,
      requests: { read: read - before.read, write: write - before.write, content: content - before.content },
    };
  };
  const [one, another] = blockersOf(repository);
  const crossOff = (item = '') => people.say(repository, `/baseline na ${item} because this service has none`);
  const first = await round(() => crossOff(one));
  const second = await round(() => crossOff(another));
  const repeated = await round(() => simulation.ask(fanOutOf(repository)));
  return {
    first,
    second,
    repeated,
    wrong: wrongIn(repository),
    violations: watch.violations.length,
    unknown: github.unknown.length,
    waits: people.waits,
  };
}

/** Check runs created or changed so far. */
const checkWrites = ({ byRoute }: Watched): number =>
  (byRoute.get('POST /repos/:/check-runs') ?? 0) + (byRoute.get('PATCH /repos/:/check-runs/#') ?? 0);

const lastWritten = ({ runs }: MemoryRepository): number =>
  runs.reduce((latest, { writtenAt }) => Math.max(latest, writtenAt.getTime()), 0);

/** The required items that are open, as the check on the default branch says. @throws Error when it names none */
function blockersOf({ runs }: MemoryRepository): readonly string[] {
  const text = JSON.stringify(runs.find(({ name }) => name === LAUNCH_CHECK)?.output ?? '');
  const blockers = [...text.matchAll(/- \[`(?<id>[a-z0-9-]+)`\]/g)].map(({ groups }) => groups?.id ?? '');
  if (blockers.length < 2) throw new Error('The check names fewer than two items that block');
  return blockers;
}

function fanOutOf({ id, owner, name, installationId }: MemoryRepository): JobSpec {
  return { handler: 'fan-out', subject: `fan-out:${id}`, installationId, data: { repository: { id, owner, name } } };
}

/** Pull requests without exactly one run, or with another headline than the one that was written last. */
function wrongIn({ runs, pulls }: MemoryRepository): number {
  const latest = runs.toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())[0];
  const right = JSON.stringify(latest?.output);
  return pulls.filter((sha) => {
    const on = runs.filter(({ head_sha, name }) => head_sha === sha && name === LAUNCH_CHECK);
    return on.length !== 1 || JSON.stringify(on[0]?.output) !== right;
  }).length;
}
