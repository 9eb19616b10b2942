/** What the installation of this job lacks of what we need, in words. */
import { missingFrom, missingLines } from '../domain/readiness/missing.js';
import { findInstallation } from '../infra/db/installations.js';
import type { Context } from './context.js';

/** Empty as well while nothing is known of the installation. */
export async function missingFor({
  db,
  job,
  needs,
}: Pick<Context, 'db' | 'job' | 'needs'>): Promise<readonly string[]> {
  const row = await findInstallation(db, job.installationId);
  return row === undefined ? [] : missingLines(missingFrom(needs, row));
}
