/** What is known of the items of one repository beside their state: requests that wait, who is to see to what, what was seen. */
import { dayOf } from '../core/clock.js';
import { type Aside, type Asides, dateOf, itemsOf } from '../domain/checklist/index.js';
import { assignees } from '../infra/db/assignments.js';
import { findRepository } from '../infra/db/installations.js';
import { keptVerdicts } from '../infra/db/verifications.js';
import { currentWaivers } from '../infra/db/waivers.js';
import type { Context } from './context.js';
import { sightOf } from './sights.js';

type Reading = Pick<Context, 'db' | 'clock' | 'checklists'>;

/** A request lapses with the last day that it asks for, whenever that is put on record. */
export async function readAsides(repositoryId: number, context: Reading): Promise<Asides> {
  const { db, clock } = context;
  const asides = new Map<string, Aside>(await sightsBy(repositoryId, context));
  for (const [id, assigned] of await assignees(db, repositoryId)) asides.set(id, { ...asides.get(id), assigned });
  for (const waiver of await currentWaivers(db, repositoryId)) {
    if (waiver.state !== 'asked' || waiver.until < dayOf(clock.now())) continue;
    const { itemId, requestedBy: by, requestedAt, until, reason } = waiver;
    const approvedBy = waiver.approvals.map((approval) => approval.by);
    const asked = { by, approvedBy, since: dateOf(requestedAt), until, reason };
    asides.set(itemId, { ...asides.get(itemId), asked });
  }
  return asides;
}

async function sightsBy(repositoryId: number, { db, checklists }: Reading): Promise<readonly [string, Aside][]> {
  const verdicts = await keptVerdicts(db, repositoryId);
  if (verdicts.size === 0) return [];
  const isPrivate = (await findRepository(db, repositoryId))?.private === true;
  return itemsOf(checklists).flatMap(({ id, verify }): [string, Aside][] => {
    const verdict = verify === undefined ? undefined : verdicts.get(verify);
    return verdict === undefined ? [] : [[id, { seen: sightOf(verdict, isPrivate) }]];
  });
}
