/** Changes the state of one item, with the journal in one transaction, and has the issue show it. */
import { isDeepStrictEqual } from 'node:util';
import type { RepoRef } from '../core/repo-ref.js';
import { type ItemState, OPEN } from '../domain/checklist/index.js';
import { itemState, saveItemState } from '../infra/db/baselines.js';
import { type Db, inTransaction } from '../infra/db/database.js';
import { appendJournal } from '../infra/db/journal.js';
import { closeWaivers } from '../infra/db/waivers.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';

export interface ItemChange {
  /** Login of who decides. */
  readonly by: string;
  /** How it was said: the name of a command. */
  readonly via: string;
  /** The new state, from the one on record now; the same object where nothing changes. @throws UserError when it cannot be. */
  to(from: ItemState): ItemState;
  /** What else belongs into the transaction. */
  also?(trx: Db): Promise<void>;
}

/** Nothing is written when nothing differs but the time. The issue is written in any case: an earlier run may have ended before it. */
export async function changeItem(
  repository: RepoRef,
  itemId: string,
  change: ItemChange,
  context: Context,
): Promise<ItemState> {
  const { db, clock, app } = context;
  const now = clock.now();
  const state = await inTransaction(db, async (trx) => {
    const from = ((await itemState(trx, repository.id, itemId)) as ItemState | null) ?? OPEN;
    const to = change.to(from);
    if (isSame(from, to)) {
      await change.also?.(trx);
      return from;
    }
    await saveItemState(trx, repository.id, itemId, to, now);
    if (to.kind !== 'waived') await closeWaivers(trx, repository.id, [itemId]);
    await change.also?.(trx);
    await appendJournal(trx, [
      {
        at: now,
        actor: change.by,
        repositoryId: repository.id,
        subject: `item:${itemId}`,
        kind: `item.${to.kind}`,
        data: { via: change.via, from: from.kind, to, recordedBy: app.login },
      },
    ]);
    return to;
  });
  await requestWrite(repository.id, context);
  return state;
}

/** Equal but for the time at which it was said. Of an open item the time counts: what was done with another one before is open again. */
function isSame(a: ItemState, b: ItemState): boolean {
  return a === b || (b.kind !== 'open' && isDeepStrictEqual({ ...a, at: '' }, { ...b, at: '' }));
}
