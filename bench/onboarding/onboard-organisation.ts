/** The story that is measured, and tested smaller: installed, disturbed, killed half-way, finished, everything there once. */
import type { OnboardingProgress } from '../../src/flows/onboarding-progress.js';
import type { Database } from '../../src/infra/db/database.js';
import { seededRandom } from '../../src/sandbox/world.js';
import type { Watched } from './limit-watch.js';
import type { MemoryRepository, Mishap } from './memory-github.js';
import { People } from './people.js';
import { Simulation, START } from './simulation.js';

const ORG = 1;
const MINUTE = 60_000;

export interface Onboarded {
  readonly hours: number;
  readonly progress: OnboardingProgress | null;
  /** Issues beyond the first of a repository. */
  readonly duplicates: number;
  /** Repositories that should have an issue and have none. */
  readonly missing: number;
  readonly watched: Watched;
  /** Requests that GitHub in memory has no answer for. */
  readonly unknown: number;
  /** Milliseconds from each person's command to its answer. */
  readonly waits: readonly number[];
}

/** One in 50 creations is answered with 502 although it happened, one in 200 requests fails before it does, and once a limit strikes. @param commandsEvery milliseconds */
export async function onboardOrganisation(db: Database, count: number, commandsEvery = 5 * MINUTE): Promise<Onboarded> {
  const random = seededRandom(1);
  let limits = 1;
  const mishap = (method: string, route: string): Mishap => {
    if (method === 'POST' && route.endsWith('/issues') && random() < 0.02) return 'lost';
    if (random() < 0.005) return 'failed';
    if (limits > 0 && random() < 2 / count) {
      limits -= 1;
      return { retryAfter: 173 };
    }
    return 'none';
  };
  const simulation = await Simulation.create({ db, random, mishap });
  const { github } = simulation;
  const before = simulation.organisation(ORG, count);
  await simulation.webhook(ORG, 'installation.created', {});
  const people = new People(simulation);
  askNowAndThen(people, before, commandsEvery, random);
  const opened = () => before.reduce((sum, { issues }) => sum + Math.sign(issues.length), 0);
  // Between GitHub's doing and its answer: the worst moment there is.
  await simulation.run(() => github.unanswered > 0 && opened() > count / 2);
  await simulation.restart();
  await simulation.run();
  const wanted = before.filter(({ archived, hasIssues }) => !archived && hasIssues);
  const progress = await simulation.progress(ORG);
  return {
    hours:
      progress?.finishedAt == null ? Number.NaN : (progress.finishedAt.getTime() - START.getTime()) / (60 * MINUTE),
    progress,
    duplicates: before.reduce((sum, { issues }) => sum + Math.max(0, issues.length - 1), 0),
    missing: wanted.filter(({ issues }) => issues.length === 0).length,
    watched: github.watch(ORG),
    unknown: github.unknown.length,
    waits: people.waits,
  };
}

/** Somebody asks for the status again and again, for as long as issues are being opened. */
function askNowAndThen(
  people: People,
  repositories: readonly MemoryRepository[],
  every: number,
  random: () => number,
): void {
  const { simulation } = people;
  const again = (after: number) =>
    simulation.plan(after, async () => {
      const { finishedAt } = (await simulation.progress(ORG)) ?? { finishedAt: null };
      if (finishedAt !== null) return;
      again(simulation.elapsed + every);
      const open = repositories.filter(({ issues }) => issues.length > 0);
      const repository = open[Math.floor(random() * open.length)];
      if (repository !== undefined) await people.askForStatus(repository);
    });
  again(every);
}
