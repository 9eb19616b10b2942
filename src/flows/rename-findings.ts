/** The key of the fingerprints was changed: a finding seen again goes on under its new one, and the journal says so. */
import type { RepoRef } from '../core/repo-ref.js';
import { inTransaction } from '../infra/db/database.js';
import { lockHeads } from '../infra/db/heads.js';
import { appendJournal } from '../infra/db/journal.js';
import { type Renamed, renameFindings } from '../infra/db/rename-findings.js';
import type { Context } from './context.js';

export async function rename(
  { id }: RepoRef,
  pairs: readonly Renamed[],
  { db, clock, app }: Pick<Context, 'db' | 'clock' | 'app'>,
): Promise<void> {
  if (pairs.length === 0) return;
  await inTransaction(db, async (trx) => {
    await lockHeads(trx, id);
    const done = await renameFindings(trx, id, pairs);
    await appendJournal(
      trx,
      done.map(({ from, to }) => ({
        at: clock.now(),
        actor: app.login,
        repositoryId: id,
        subject: `finding:${to}`,
        kind: 'finding.renamed',
        data: { from },
      })),
    );
  });
}
