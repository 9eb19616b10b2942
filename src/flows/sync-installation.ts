/** Follows an installation: its permissions, its repositories, and one job for each repository that may need its issue. */
import type { RepoRef } from '../core/repo-ref.js';
import {
  removeInstallation,
  removeRepositories,
  saveInstallation,
  suspendInstallation,
} from '../infra/db/installations.js';
import { isNothing, missingFrom, missingLines } from '../domain/readiness/missing.js';
import { rearmJobs } from '../infra/db/job-care.js';
import type { Context } from './context.js';

export interface InstallationEvent {
  readonly action: string;
  readonly installation: {
    readonly id: number;
    readonly account: string;
    readonly accountType: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly events: readonly string[];
  };
  readonly added: readonly { readonly ref: RepoRef }[];
  readonly removed: readonly { readonly ref: RepoRef }[];
}

export async function syncInstallation(event: InstallationEvent, context: Context): Promise<void> {
  const { db, clock } = context;
  const { id } = event.installation;
  if (event.action === 'deleted') return removeInstallation(db, id, clock.now());
  if (event.action === 'suspend') return suspendInstallation(db, id, clock.now());
  await saveInstallation(db, { ...event.installation, suspendedAt: null });
  if (event.action === 'new_permissions_accepted') await takeUpPermissions(event.installation, context);
  await removeRepositories(
    db,
    event.removed.map(({ ref }) => ref.id),
    clock.now(),
    id,
  );
  await context.enqueue(
    event.added.map(({ ref }) => ({
      handler: 'open-baseline',
      subject: `baseline:${ref.id}`,
      key: `open-baseline:${ref.id}`,
      installationId: id,
      data: { repository: ref },
    })),
  );
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
