/** Check runs: made and changed by the App they belong to, listed for a commit or a suite. */
import { createRun, ownRun, rerequestRun, type RunFields, updateRun } from '../actions/checks.js';
import { ApiError, forbidden, invalid, notFound } from '../api-error.js';
import { resolveCommit } from '../git/objects.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import type { Annotation, App, CheckAction, CheckRun } from '../state/model.js';
import { checkRunView } from '../views/check.js';
import type { Actor } from '../world.js';
import { commitOf } from './_git.js';

const STATUSES = ['queued', 'in_progress', 'completed'] as const;
const CONCLUSIONS = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'] as const;

/** Only Apps may write checks. */
function appActor(call: ApiCall): Actor & { readonly viaApp: App } {
  const { user, viaApp } = call.actor;
  if (viaApp === null) throw forbidden('You must authenticate via a GitHub App.');
  return { user, viaApp };
}

function output(call: ApiCall): RunFields {
  const value = call.body.output;
  if (value === undefined || value === null) return {};
  const { title, summary, text, annotations } = value as Record<string, unknown>;
  if (typeof summary !== 'string') throw invalid({ resource: 'CheckRun', field: 'summary', code: 'missing_field' });
  return {
    summary,
    ...(typeof title === 'string' && { title }),
    ...(typeof text === 'string' && { text }),
    ...(Array.isArray(annotations) && { annotations: annotations as Annotation[] }),
  };
}

function fields(call: ApiCall): RunFields {
  const status = call.choice('CheckRun', 'status', STATUSES);
  const conclusion = call.choice('CheckRun', 'conclusion', CONCLUSIONS);
  if (status === 'completed' && conclusion === undefined) {
    throw invalid({ resource: 'CheckRun', field: 'conclusion', code: 'missing_field' });
  }
  const externalId = call.text('CheckRun', 'external_id');
  const detailsUrl = call.text('CheckRun', 'details_url');
  const startedAt = call.text('CheckRun', 'started_at');
  const completedAt = call.text('CheckRun', 'completed_at');
  const { actions } = call.body;
  return {
    ...(status !== undefined && { status }),
    // A run that is opened again loses its conclusion.
    ...(status !== undefined && status !== 'completed' && { conclusion: null }),
    ...(conclusion !== undefined && { conclusion }),
    ...(externalId !== undefined && { externalId }),
    ...(detailsUrl !== undefined && { detailsUrl }),
    ...(startedAt !== undefined && { startedAt }),
    ...(completedAt !== undefined && { completedAt }),
    ...(Array.isArray(actions) && { actions: actions as CheckAction[] }),
    ...output(call),
  };
}

async function create(call: ApiCall): Promise<Reply> {
  const { repo } = call;
  const actor = appActor(call);
  const name = call.required('CheckRun', 'name');
  const headSha = call.required('CheckRun', 'head_sha');
  if ((await resolveCommit(repo.gitDir, headSha)) !== headSha) {
    throw new ApiError(422, `No commit found for SHA: ${headSha}`);
  }
  const run = createRun(call.world, actor, repo, { ...fields(call), name, headSha });
  await call.world.settleQueues(repo);
  return created(checkRunView(call.world, repo, run));
}

async function update(call: ApiCall): Promise<Reply> {
  const actor = appActor(call);
  const run = ownRun(call.world, call.repo, call.id('check_run_id'));
  if (run.appId !== actor.viaApp.id) {
    const message = `Invalid app_id \`${actor.viaApp.id}\` - check run can only be modified by the GitHub App that created it.`;
    throw forbidden(message);
  }
  const name = call.text('CheckRun', 'name');
  updateRun(call.world, actor, call.repo, run, { ...fields(call), ...(name !== undefined && { name }) });
  await call.world.settleQueues(call.repo);
  return ok(checkRunView(call.world, call.repo, run));
}

/** `latest`, the default, keeps the newest of each App and name. */
function filtered(call: ApiCall, runs: readonly CheckRun[]): CheckRun[] {
  const name = call.query('check_name');
  const status = call.query('status');
  const appId = call.query('app_id');
  const matching = runs
    .filter((run) => name === null || run.name === name)
    .filter((run) => status === null || run.status === status)
    .filter((run) => appId === null || run.appId === Number(appId))
    .sort((a, b) => b.id - a.id);
  if (call.query('filter') === 'all') return matching;
  const newest = new Map<string, CheckRun>();
  for (const run of matching) {
    const key = `${run.appId} ${run.name}`;
    if (!newest.has(key)) newest.set(key, run);
  }
  return [...newest.values()];
}

function listOf(call: ApiCall, belongs: (run: CheckRun) => boolean): Reply {
  const { repo, world } = call;
  const runs = [...world.state.checkRuns.values()].filter((run) => run.repositoryId === repo.id && belongs(run));
  return call.paged(filtered(call, runs), (run) => checkRunView(world, repo, run), 'check_runs');
}

async function ofRef(call: ApiCall): Promise<Reply> {
  const { sha } = await commitOf(call.repo, call.param('ref'));
  return listOf(call, (run) => run.headSha === sha);
}

function ofSuite(call: ApiCall): Reply {
  const suite = call.world.state.checkSuites.get(call.id('check_suite_id'));
  if (suite?.repositoryId !== call.repo.id) throw notFound();
  return listOf(call, (run) => run.suiteId === suite.id);
}

function annotations(call: ApiCall): Reply {
  const run = ownRun(call.world, call.repo, call.id('check_run_id'));
  return call.paged(run.annotations, (annotation) => ({
    start_column: null,
    end_column: null,
    title: null,
    raw_details: null,
    ...annotation,
    blob_href: `${call.world.url}/${call.repo.owner}/${call.repo.name}/blob/${run.headSha}/${annotation.path}`,
  }));
}

function rerequest(call: ApiCall): Reply {
  rerequestRun(call.world, call.actor, call.repo, call.id('check_run_id'));
  return created({});
}

const ONE = '/repos/{owner}/{repo}/check-runs/{check_run_id}';

const routes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/check-runs', caller: 'any', handle: create },
  { method: 'PATCH', path: ONE, caller: 'any', handle: update },
  {
    method: 'GET',
    path: ONE,
    caller: 'any',
    handle: (call) => ok(checkRunView(call.world, call.repo, ownRun(call.world, call.repo, call.id('check_run_id')))),
  },
  { method: 'GET', path: `${ONE}/annotations`, caller: 'any', handle: annotations },
  { method: 'POST', path: `${ONE}/rerequest`, caller: 'any', handle: rerequest },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/check-runs', caller: 'any', handle: ofRef },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    caller: 'any',
    handle: ofSuite,
  },
];

export default routes;
