/** Looks at the stage from outside, as a person would: what stands on GitHub, and whether all work is done. */
import type { CheckRun, Comment, Issue, Repository } from '../../sandbox/state/model.js';
import type { Stage } from './stage.js';
import { until } from './until.js';

/** @throws Error saying what did not hold. */
export function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(`did not hold: ${what}`);
}

export function issuesOf(stage: Stage, repository: Repository): Issue[] {
  return [...stage.sandbox.state.issues.values()].filter(
    (issue) => issue.repositoryId === repository.id && !issue.isPullRequest && issue.viaAppId !== null,
  );
}

export function baselineIssue(stage: Stage, repository: Repository): Issue | undefined {
  return issuesOf(stage, repository)[0];
}

export function commentsOn(stage: Stage, repository: Repository, issue: Issue): Comment[] {
  return stage.sandbox.state.commentsOf(repository.id, issue.number);
}

export function reactionsTo(stage: Stage, comment: number): string[] {
  return [...stage.sandbox.state.reactions.values()]
    .filter(({ subject, subjectId }) => subject === 'comment' && subjectId === comment)
    .map(({ content }) => content);
}

export function checkOn(stage: Stage, repository: Repository, sha: string, name: string): CheckRun | undefined {
  return [...stage.sandbox.state.checkRuns.values()].find(
    (run) =>
      run.repositoryId === repository.id && run.headSha === sha && run.name === name && run.status === 'completed',
  );
}

/** The body as people read it: mentions in it are broken up so that nobody is pinged. */
export function visibleBody(issue: Issue): string {
  return (issue.body ?? '').replaceAll('&#8203;', '');
}

/** The ids of the items that are not ticked, in order. */
export function openItems(issue: Issue): string[] {
  return [...(issue.body ?? '').matchAll(/^- \[ \] .*?`(?<id>[a-z0-9-]+)`/gm)].map(({ groups }) => groups?.id ?? '');
}

/** Everything delivered and every job done: nothing more will happen by itself. */
export async function settled(stage: Stage, seconds = 40): Promise<void> {
  await stage.sandbox.webhooks.idle();
  await emptyQueue(stage, seconds);
  // The last job may have edited something, which comes back as a webhook.
  await stage.sandbox.webhooks.idle();
  await emptyQueue(stage, seconds);
}

/** Every look costs the App milliseconds, which its jobs wait for: at 20 ms apart the looks took a sixth of the processor time. */
const LOOK_MS = 100;

async function emptyQueue(stage: Stage, seconds: number): Promise<void> {
  await until('the queue to empty', async () => (await backlog(stage.app.url)) === 0, seconds, LOOK_MS);
}

/** Jobs that wait or run, as the App's own metrics say. */
export async function backlog(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const states = [...metrics.matchAll(/^seaworthy_jobs\{state="(?:pending|running)"\} (?<n>\d+)/gm)];
  if (states.length === 0) throw new Error('The metrics say nothing about jobs');
  return states.reduce((sum, { groups }) => sum + Number(groups?.n), 0);
}
