/** Check suites and runs: made by pushes and Apps, asked for again by people. */
import { notFound } from '../api-error.js';
import type { App, CheckRun, CheckSuite, Installation, Repository, User } from '../state/model.js';
import { checkRunView, checkSuiteView } from '../views/check.js';
import { type Actor, timestamp, type World } from '../world.js';
import { ensureMay } from './rules.js';

export interface SuiteOf {
  readonly appId: number;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly before: string | null;
}

export function findSuite(world: World, repo: Repository, appId: number, headSha: string): CheckSuite | undefined {
  return [...world.state.checkSuites.values()].find(
    (suite) => suite.repositoryId === repo.id && suite.appId === appId && suite.headSha === headSha,
  );
}

/** One suite for each App and commit. */
export function ensureSuite(world: World, repo: Repository, wanted: SuiteOf): CheckSuite {
  const existing = findSuite(world, repo, wanted.appId, wanted.headSha);
  if (existing !== undefined) return existing;
  const suite: CheckSuite = {
    ...wanted,
    id: world.state.nextId(),
    repositoryId: repo.id,
    createdAt: timestamp(world),
  };
  world.state.checkSuites.set(suite.id, suite);
  return suite;
}

function wantsSuites(installation: Installation, repo: Repository): boolean {
  if (installation.suspendedAt !== null || repo.noAutomaticSuites.has(installation.appId)) return false;
  return installation.permissions.checks === 'write';
}

/** What a push does: a suite for every App that writes checks, and `check_suite.requested` to it. */
export function requestSuites(world: World, repo: Repository, sender: User, push: Omit<SuiteOf, 'appId'>): void {
  for (const installation of world.state.installationsOn(repo)) {
    if (!wantsSuites(installation, repo)) continue;
    const suite = ensureSuite(world, repo, { ...push, appId: installation.appId });
    announceSuite(world, repo, suite, sender, 'requested');
  }
}

export function announceSuite(
  world: World,
  repo: Repository,
  suite: CheckSuite,
  sender: User,
  action: 'requested' | 'rerequested',
): void {
  const payload = { check_suite: checkSuiteView(world, repo, suite) };
  world.emit({ name: 'check_suite', action, repository: repo, sender, onlyApp: suite.appId, payload });
}

export type RunFields = Partial<
  Pick<CheckRun, 'status' | 'conclusion' | 'externalId' | 'detailsUrl' | 'startedAt' | 'completedAt' | 'name'> &
    Pick<CheckRun, 'title' | 'summary' | 'text' | 'annotations' | 'actions'>
>;

/** A conclusion completes a run, whatever status came with it. */
function settle(world: World, run: CheckRun): void {
  if (run.conclusion !== null) run.status = 'completed';
  if (run.status !== 'completed') {
    run.conclusion = null;
    run.completedAt = null;
    return;
  }
  run.completedAt ??= timestamp(world);
}

export function createRun(
  world: World,
  actor: Actor & { readonly viaApp: App },
  repo: Repository,
  given: RunFields & Pick<CheckRun, 'name' | 'headSha'>,
): CheckRun {
  const appId = actor.viaApp.id;
  const suite = ensureSuite(world, repo, { appId, headSha: given.headSha, headBranch: null, before: null });
  const { annotations = [], ...fields } = given;
  const run: CheckRun = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    appId,
    suiteId: suite.id,
    status: 'queued',
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    startedAt: timestamp(world),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    actions: [],
    ...fields,
    annotations: [...annotations],
  };
  settle(world, run);
  world.state.checkRuns.set(run.id, run);
  announceRun(world, repo, run, actor.user, 'created');
  if (run.status === 'completed') announceRun(world, repo, run, actor.user, 'completed');
  return run;
}

/** Annotations are appended, everything else replaced. */
export function updateRun(world: World, actor: Actor, repo: Repository, run: CheckRun, change: RunFields): CheckRun {
  const { annotations = [], ...fields } = change;
  const wasCompleted = run.status === 'completed';
  Object.assign(run, fields);
  run.annotations.push(...annotations);
  settle(world, run);
  if (run.status === 'completed' && !wasCompleted) announceRun(world, repo, run, actor.user, 'completed');
  return run;
}

function announceRun(
  world: World,
  repo: Repository,
  run: CheckRun,
  sender: User,
  action: 'created' | 'completed' | 'rerequested' | 'requested_action',
  identifier?: string,
): void {
  const suite = world.state.checkSuites.get(run.suiteId);
  const view = checkRunView(world, repo, run);
  const payload = {
    check_run: suite === undefined ? view : { ...view, check_suite: checkSuiteView(world, repo, suite) },
    ...(identifier !== undefined && { requested_action: { identifier } }),
  };
  world.emit({ name: 'check_run', action, repository: repo, sender, onlyApp: run.appId, payload });
}

/** "Re-run" on one check; the run itself stays as it is. @throws ApiError 403 or 404. */
export function rerequestRun(world: World, actor: Actor, repo: Repository, runId: number): void {
  ensureMay(world, actor, repo, 'write');
  announceRun(world, repo, ownRun(world, repo, runId), actor.user, 'rerequested');
}

/** A click on one of the run's buttons. @throws ApiError 403, or 404 for an unknown run or button. */
export function requestAction(world: World, actor: Actor, repo: Repository, runId: number, identifier: string): void {
  ensureMay(world, actor, repo, 'write');
  const run = ownRun(world, repo, runId);
  if (!run.actions.some((action) => action.identifier === identifier)) throw notFound();
  announceRun(world, repo, run, actor.user, 'requested_action', identifier);
}

/** "Re-run all checks". @throws ApiError 403 or 404. */
export function rerequestSuite(world: World, actor: Actor, repo: Repository, suiteId: number): void {
  ensureMay(world, actor, repo, 'write');
  const suite = world.state.checkSuites.get(suiteId);
  if (suite?.repositoryId !== repo.id) throw notFound();
  announceSuite(world, repo, suite, actor.user, 'rerequested');
}

export function ownRun(world: World, repo: Repository, runId: number): CheckRun {
  const run = world.state.checkRuns.get(runId);
  if (run?.repositoryId !== repo.id) throw notFound();
  return run;
}
