/** Every push in the activity log has to be scanned, and the default branch's head has to carry our checks. */
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../domain/readiness/check-content.js';
import { isGated } from '../../domain/readiness/gate.js';
import { judgedShas, shasWithChecks } from '../../infra/db/reconcile.js';
import type { Activity } from '../../infra/github/gateway.js';
import { isZero } from '../../infra/github/changes/choose.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import type { PushEvent } from '../judge-push.js';
import { policyOf } from '../policy.js';
import { readPolicyJob } from '../refresh-policies.js';
import { requestHistory } from '../request-history.js';
import type { Look, ReconcileStep } from './step.js';

/** A log that grew by more than this many pages of 100 is not read further back: the whole history is looked at instead. */
const MOST_PAGES = 10;

/**
 * GitHub tells the time of the last push in whole seconds, and its clock is not ours: one that came in the second of the last push
 * after the log was read would go unseen. A log that was read so soon after a push is read once more in the next round. Milliseconds.
 */
const TOO_SOON_MS = 60_000;

export const pushesStep: ReconcileStep = async (look, context) => {
  if (!look.isPushedTo) return { jobs: [] };
  const lookedAt = context.clock.now().getTime();
  const isFirst = look.known.activity_id === null;
  const { log, isCut } = await readLog(look, context);
  const head = await headOfDefault(log, look, context);
  // What was pushed before the first look is not ours: the default branch's head is enough, and a history scan does the rest.
  const pushes = isFirst ? [] : log.filter(isScanned);
  const missed = (await unjudged(pushes, look, context)).reverse();
  // As they happened: each goes on from the one before.
  const jobs = missed.map((entry) => jobFor(pushOf(entry, look), context));
  const inJobs = new Set(jobs.map(({ subject }) => subject));
  const newest = log[0]?.id ?? look.known.activity_id ?? 0;
  // Its list of files was lost with the webhook: the policy may have changed with it.
  const isOnDefault = missed.some(({ ref }) => ref === `refs/heads/${look.defaultBranch}`);
  const policy = isOnDefault ? [readPolicyJob(look.repository, context.job.installationId)] : [];
  if (isCut) await requestHistory(look.repository, null, context);
  const pushedAt = look.known.pushed_at;
  const isTooSoon = pushedAt !== null && lookedAt - pushedAt.getTime() < TOO_SOON_MS;
  return {
    jobs: [...jobs, ...policy, ...head.filter(({ subject }) => !inJobs.has(subject))],
    looked: { activity_id: newest, looked_pushed_at: isTooSoon ? null : pushedAt },
  };
};

interface Log {
  readonly log: readonly Activity[];
  /** There is more than was read. */
  readonly isCut: boolean;
}

/** What is in the log since the last look, newest first; at the first look a page. */
async function readLog({ repository, known, spend }: Look, { github }: Context): Promise<Log> {
  const log: Activity[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { entries, next } = await github.repositories.activity(repository, cursor);
    spend(1);
    const fresh = entries.filter(({ id }) => known.activity_id === null || id > known.activity_id);
    log.push(...fresh);
    if (next === null || known.activity_id === null || fresh.length < entries.length) return { log, isCut: false };
    cursor = next;
  }
  return { log, isCut: true };
}

/**
 * A commit that was judged on another branch may come to this one unheard: on the default branch it has to go on from what is
 * there, and where readiness counts that has to be said.
 */
async function unjudged(pushes: readonly Activity[], look: Look, context: Context): Promise<Activity[]> {
  const { repository, defaultBranch } = look;
  const shas = pushes.map(({ after }) => after);
  const judged = await judgedShas(context.db, repository.id, shas);
  const ready = await shasWithChecks(context.db, repository.id, shas, [LAUNCH_CHECK]);
  const { policy } = await policyOf(repository, context);
  return pushes.filter(({ ref, before, after }) => {
    const follows = judged.get(after);
    if (follows === undefined) return true;
    const branch = ref.replace(/^refs\/heads\//, '');
    if (branch !== ref && isGated(branch, policy.gates, defaultBranch) && !ready.has(after)) return true;
    return branch === defaultBranch && !isZero(before) && follows !== before;
  });
}

/** A deleted branch brings nothing; a merge queue's own branches are judged by their merge group. */
function isScanned({ type, ref, after }: Activity): boolean {
  return type !== 'branch_deletion' && !isZero(after) && !ref.startsWith('refs/heads/gh-readonly-queue/');
}

/** A job for the default branch's head, if it has no check of ours and no push in the log leads to it. */
async function headOfDefault(log: readonly Activity[], look: Look, context: Context): Promise<JobSpec[]> {
  const { repository, defaultBranch, known, spend } = look;
  const ref = `refs/heads/${defaultBranch}`;
  const inLog = log.find((entry) => entry.ref === ref);
  if (inLog === undefined && known.activity_id !== null) return [];
  if (inLog === undefined) spend(1);
  const sha = inLog?.after ?? (await context.github.repositories.headOf(repository, defaultBranch));
  if (sha === null || isZero(sha)) return [];
  if ((await shasWithChecks(context.db, repository.id, [sha], [SECRETS_CHECK, LAUNCH_CHECK])).has(sha)) return [];
  // It was there before us, so nothing is new on it: the check says what is known, and later pushes go on from it.
  const before = inLog === undefined || known.activity_id === null ? sha : inLog.before;
  return [jobFor(pushOf({ type: 'push', ref, before, after: sha }, look), context)];
}

function pushOf({ type, ref, before, after }: Pick<Activity, 'type' | 'ref' | 'before' | 'after'>, look: Look) {
  const { repository, defaultBranch } = look;
  return {
    ...{ ref, before, after, commits: [], repository, defaultBranch },
    created: type === 'branch_creation' || isZero(before),
    forced: type === 'force_push',
    deleted: false,
  } satisfies PushEvent;
}

function jobFor(push: PushEvent, { job }: Context): JobSpec {
  const subject = `head:${push.repository.id}:${push.after}`;
  return { handler: 'scan-push', subject, installationId: job.installationId, data: push };
}
