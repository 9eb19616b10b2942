/** Follows an installation: its permissions, its repositories, and the repositories that may need their issue. */
import type { Clock } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import {
  removeInstallation,
  removeRepositories,
  saveInstallation,
  suspendInstallation,
} from '../infra/db/installations.js';
import { isNothing, missingFrom, missingLines } from '../domain/readiness/missing.js';
import { rearmJobs } from '../infra/db/job-care.js';
import { endOnboarding, relist, startOnboarding } from '../infra/db/onboarding.js';
import type { Context } from './context.js';
import { onboardJob, openJob } from './onboard.js';

export interface InstallationEvent {
  readonly action: string;
  readonly installation: {
    readonly id: number;
    readonly account: string;
    readonly accountType: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly events: readonly string[];
    /** ISO 8601 instant; null where the webhook does not say. */
    readonly createdAt: string | null;
  };
  readonly added: readonly { readonly ref: RepoRef }[];
  readonly removed: readonly { readonly ref: RepoRef }[];
}

/** So many repositories are as quickly opened as listed with all the others. */
const FEW = 10;

/** After these there may be more to open; an onboarding that stood still, as while we were suspended, goes on. */
const STARTS: ReadonlySet<string> = new Set(['created', 'added', 'unsuspend']);

export async function syncInstallation(event: InstallationEvent, context: Context): Promise<void> {
  const { db, clock } = context;
  const { id } = event.installation;
  if (event.action === 'deleted') {
    await endOnboarding(db, id);
    return removeInstallation(db, id, clock.now());
  }
  if (event.action === 'suspend') return suspendInstallation(db, id, clock.now());
  await saveInstallation(db, { ...event.installation, suspendedAt: null });
  if (event.action === 'new_permissions_accepted') await takeUpPermissions(event.installation, context);
  await removeRepositories(
    db,
    event.removed.map(({ ref }) => ref.id),
    clock.now(),
    id,
  );
  if (event.action === 'added' && event.added.length <= FEW) {
    return context.enqueue(event.added.map(({ ref }) => openJob(ref, id)));
  }
  if (event.action === 'added') await relist(db, id, clock.now());
  if (event.action === 'created') await startOnboarding(db, id, installedAt(event, clock), clock.now());
  if (STARTS.has(event.action)) await context.enqueue([onboardJob(id)]);
}

function installedAt({ installation: { createdAt } }: InstallationEvent, clock: Clock): Date {
  return createdAt === null ? clock.now() : new Date(createdAt);
}

/** The token at hand knows the old permissions; jobs that were given up for want of one are tried again with a new one. */
async function takeUpPermissions(granted: InstallationEvent['installation'], context: Context): Promise<void> {
  const { db, clock, log, needs } = context;
  await context.renewToken();
  const rearmed = await rearmJobs(db, { installationId: granted.id, failure: 'permission' }, clock.now());
  const missing = missingFrom(needs, granted);
  const fields = { account: granted.account, rearmed };
  if (isNothing(missing)) log.info(fields, 'new permissions were accepted');
  else
    log.warn(
      { ...fields, missing: missingLines(missing) },
      'new permissions were accepted, and some are still missing',
    );
}
