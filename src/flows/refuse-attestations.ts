/** Takes back the ticks of people who may not attest an item; who may is asked only when such an item was ticked. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Attestation, type Item, type ItemStates, itemsOf, withAttestations } from '../domain/checklist/index.js';
import { judgeAttestations, needsApprover } from '../domain/life/attest.js';
import { mayApprove } from './approvers.js';
import type { Context } from './context.js';

export interface Refusals {
  /** Items whose attestation does not count. */
  readonly refused: ReadonlySet<string>;
}

/** @param gone items that the catalogue has no more, of which somebody may have said something before they went */
export async function refuseAttestations<
  T extends { readonly attestations: readonly Attestation[]; readonly states: ItemStates },
>(repository: RepoRef, taken: T, gone: readonly Item[], context: Context): Promise<T & Refusals> {
  const items = [...itemsOf(context.checklists), ...gone];
  const people = new Set(
    taken.attestations.flatMap((one) => (needsApprover(one, items) && one.by !== null ? [one.by] : [])),
  );
  const approvers = new Set<string>();
  for (const login of people) if (await mayApprove(login, repository, context)) approvers.add(login);
  const { accepted, refused } = judgeAttestations(taken.attestations, items, (login) => approvers.has(login));
  return {
    ...taken,
    attestations: [...accepted, ...refused],
    states: withAttestations(taken.states, refused),
    refused: new Set(refused.map(({ itemId }) => itemId)),
  };
}
