/** Settles a finding, writes it into the journal, and corrects the checks and the issue that showed it. */
import type { RepoRef } from '../core/repo-ref.js';
import { inTransaction } from '../infra/db/database.js';
import { type Settlement, type StoredFinding, settleFinding } from '../infra/db/findings.js';
import { headsWith } from '../infra/db/heads.js';
import { appendJournal } from '../infra/db/journal.js';
import type { Context } from './context.js';
import { sayAgain } from './keep-head.js';
import { requestWrite } from './note-edit.js';

/** Ends of branches come first. More than this are old ones: their check is corrected when something happens on them. */
const HEADS = 20;

/** Whoever settled it first is on record; asked again after a crash, it only corrects what showed the finding. */
export async function settle(
  repository: RepoRef,
  finding: StoredFinding,
  settlement: Settlement,
  context: Context,
): Promise<void> {
  await inTransaction(context.db, async (db) => {
    if (!(await settleFinding(db, repository.id, finding.fingerprint, settlement))) return;
    await appendJournal(db, [
      {
        at: settlement.at,
        actor: settlement.by,
        repositoryId: repository.id,
        subject: `finding:${finding.fingerprint}`,
        kind: `finding.${settlement.state}`,
        data: { rule: finding.ruleId, because: settlement.because },
      },
    ]);
  });
  await sayAgain(repository, await headsWith(context.db, repository.id, finding.fingerprint, HEADS), context);
  await requestWrite(repository.id, context);
}
