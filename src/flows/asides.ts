/** What is known of the items of one repository beside their state: requests that wait for approval, and who is to see to what. */
import { dayOf } from '../core/clock.js';
import { type Aside, type Asides, dateOf } from '../domain/checklist/index.js';
import { assignees } from '../infra/db/assignments.js';
import { currentWaivers } from '../infra/db/waivers.js';
import type { Context } from './context.js';

/** A request lapses with the last day that it asks for, whenever that is put on record. */
export async function readAsides(repositoryId: number, { db, clock }: Pick<Context, 'db' | 'clock'>): Promise<Asides> {
  const asides = new Map<string, Aside>();
  for (const [id, assigned] of await assignees(db, repositoryId)) asides.set(id, { assigned });
  for (const waiver of await currentWaivers(db, repositoryId)) {
    if (waiver.state !== 'asked' || waiver.until < dayOf(clock.now())) continue;
    const { itemId, requestedBy: by, requestedAt, until, reason } = waiver;
    const approvedBy = waiver.approvals.map((approval) => approval.by);
    const asked = { by, approvedBy, since: dateOf(requestedAt), until, reason };
    asides.set(itemId, { ...asides.get(itemId), asked });
  }
  return asides;
}
