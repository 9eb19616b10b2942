/** Says on a head that it could not be judged, and why: a required check must neither hang nor pass for that. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { type CheckContent, code, LAUNCH_CHECK, SECRETS_CHECK } from '../domain/readiness/check-content.js';
import { stanceOf } from '../domain/readiness/gate.js';
import { launchUnable } from '../domain/readiness/launch-check.js';
import { secretsUnable } from '../domain/readiness/secrets-check.js';
import { Forbidden, GitFailed, GitHubError, NotFound, TooLarge, Transient } from '../infra/github/errors.js';
import type { Context } from './context.js';
import { launchGate, postLaunch } from './launch-check.js';
import { policyOf } from './policy.js';
import { postCheck } from './post-check.js';

/** What went wrong in a job. */
export interface Failure {
  readonly error: unknown;
  /** No further try follows, or none would help: what is said now has to stand. False: a try follows within minutes. */
  readonly isOver: boolean;
}

/** A head that a job was to judge. */
export interface Unjudged {
  readonly repository: RepoRef;
  readonly sha: string;
}

const WAY_OUT = 'Use the button _Refresh_, re-run this check or push again to have it looked at once more';

/** `seaworthy/secrets` fails closed. While tries follow it is in progress, which holds a merge up, too: one request. */
export async function secretsFailed({ repository, sha }: Unjudged, failure: Failure, context: Context): Promise<void> {
  const { gates } = (await policyOf(repository, context)).policy;
  const stance = stanceOf(gates.secrets, dayOf(context.clock.now()));
  const content = secretsUnable(whyOf(failure), stance);
  await postCheck(repository, sha, SECRETS_CHECK, orPending(content, failure), context, { status: gates.statuses });
}

/** `seaworthy/launch` by the policy. Nothing is said before the end: its own tries cost one request each, and mostly work. */
export async function launchFailed({ repository, sha }: Unjudged, failure: Failure, context: Context): Promise<void> {
  if (!failure.isOver) return;
  const { policy } = await policyOf(repository, context);
  const content = launchUnable(await launchGate(repository, policy, context), whyOf(failure));
  await postCheck(repository, sha, LAUNCH_CHECK, content, context, { status: policy.gates.statuses });
}

/** Both, where a head was to get both: that its commits could not be read says nothing against the service, which is judged all the same. */
export async function bothFailed(head: Unjudged, failure: Failure, context: Context): Promise<void> {
  await secretsFailed(head, failure, context);
  if (!failure.isOver) return;
  try {
    await postLaunch(head.repository, head.sha, context);
  } catch (error) {
    context.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Readiness could not be told');
    await launchFailed(head, { error, isOver: true }, context);
  }
}

function orPending(content: CheckContent, { isOver }: Failure): CheckContent {
  return isOver || content.conclusion === 'skipped'
    ? content
    : { ...content, conclusion: null, title: 'Not yet: another try follows' };
}

function whyOf({ error, isOver }: Failure): string {
  return `${reasonOf(error)}. ${isOver ? WAY_OUT : 'Another try follows by itself within minutes'}`;
}

/** One sentence without its full stop. What is not GitHub's doing is ours: its text is for the log, not for everybody. */
function reasonOf(error: unknown): string {
  if (error instanceof Forbidden && error.reason === 'permission') {
    const needs = error.needs === undefined ? '' : ` (${code(error.needs)})`;
    return `Seaworthy lacks a permission${needs}: an administrator accepts it on the page of the installation`;
  }
  if (error instanceof GitFailed || error instanceof TooLarge)
    return `The commits could not be read: ${code(error.message)}`;
  if (error instanceof NotFound) return 'GitHub does not show what was to be looked at';
  if (error instanceof Transient) return 'GitHub did not answer as it should';
  if (error instanceof GitHubError) return `GitHub did not accept a request: ${code(error.message)}`;
  return 'Seaworthy failed; whoever runs it finds the reason in its log';
}
