/** Every push in the activity log has to be scanned, and the default branch's head has to carry our check. */
import { SECRETS_CHECK } from '../../domain/readiness/check-content.js';
import { judgedShas, shasWithChecks } from '../../infra/db/reconcile.js';
import type { Activity } from '../../infra/github/gateway.js';
import { isZero } from '../../infra/github/changes/choose.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import type { PushEvent } from '../judge-push.js';
import { readPolicyJob } from '../refresh-policies.js';
import type { Look, ReconcileStep } from './step.js';

/** A log that grew by more than this many pages of 100 in one round is not read further back: git history scans are for that. */
const MOST_PAGES = 10;

export const pushesStep: ReconcileStep = async (look, context) => {
  if (!look.isPushedTo) return { jobs: [] };
  const isFirst = look.known.activity_id === null;
  const log = await readLog(look, context);
  const head = await headOfDefault(log, look, context);
  // What was pushed before the first look is not ours: the default branch's head is enough, and a history scan does the rest.
  const pushes = isFirst ? [] : log.filter(isScanned);
  const judged = await judgedShas(
    context.db,
    look.repository.id,
    pushes.map(({ after }) => after),
  );
  const missed = pushes.filter(({ after }) => !judged.has(after)).reverse();
  // As they happened: each goes on from the one before.
  const jobs = missed.map((entry) => jobFor(pushOf(entry, look), context));
  const inJobs = new Set(jobs.map(({ subject }) => subject));
  const newest = log[0]?.id ?? look.known.activity_id ?? 0;
  // Its list of files was lost with the webhook: the policy may have changed with it.
  const isOnDefault = missed.some(({ ref }) => ref === `refs/heads/${look.defaultBranch}`);
  const policy = isOnDefault ? [readPolicyJob(look.repository, context.job.installationId)] : [];
  return {
    jobs: [...jobs, ...policy, ...head.filter(({ subject }) => !inJobs.has(subject))],
    looked: { activity_id: newest, looked_pushed_at: look.known.pushed_at },
  };
};

/** What is in the log since the last look, newest first; at the first look a page. */
async function readLog({ repository, known, spend }: Look, { github }: Context): Promise<Activity[]> {
  const log: Activity[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { entries, next } = await github.repositories.activity(repository, cursor);
    spend(1);
    const fresh = entries.filter(({ id }) => known.activity_id === null || id > known.activity_id);
    log.push(...fresh);
    if (next === null || known.activity_id === null || fresh.length < entries.length) break;
    cursor = next;
  }
  return log;
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
  if ((await shasWithChecks(context.db, repository.id, [sha], [SECRETS_CHECK])).has(sha)) return [];
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
