/** What is known of the items of one repository beside their state: requests that wait for approval, and who is to see to what. */
import { type Aside, type Asides, dateOf } from '../domain/checklist/index.js';
import { assignees } from '../infra/db/assignments.js';
import { currentWaivers } from '../infra/db/waivers.js';
import type { Context } from './context.js';

export async function readAsides(repositoryId: number, { db }: Pick<Context, 'db'>): Promise<Asides> {
  const asides = new Map<string, Aside>();
  for (const [id, assigned] of await assignees(db, repositoryId)) asides.set(id, { assigned });
  for (const waiver of await currentWaivers(db, repositoryId)) {
    if (waiver.state !== 'asked') continue;
    const { itemId, requestedBy: by, requestedAt, until, reason } = waiver;
    const approvedBy = waiver.approvals.map((approval) => approval.by);
    const asked = { by, approvedBy, since: dateOf(requestedAt), until, reason };
    asides.set(itemId, { ...asides.get(itemId), asked });
  }
  return asides;
}
