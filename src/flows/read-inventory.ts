/** Keeps what a repository is made of: read once a day, and after a push that touched what names its dependencies. */
import type { RepoRef } from '../core/repo-ref.js';
import { componentsOf } from '../domain/inventory/component.js';
import { saveInventory, saveNoInventory } from '../infra/db/inventory.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';

export interface InventoryEvent {
  readonly repository: RepoRef;
}

/** One request. */
export async function readInventory({ repository }: InventoryEvent, context: Context): Promise<void> {
  const { db, github, clock } = context;
  const bill = await github.inventory.sbom(repository);
  const now = clock.now();
  if (bill === null) await saveNoInventory(db, repository.id, 'GitHub has no bill of materials for it', now);
  else await saveInventory(db, repository.id, componentsOf(bill), now);
}

/** @param runAt null: as soon as may be */
export function inventoryJob(repository: RepoRef, installationId: number, runAt: Date | null): JobSpec {
  return {
    handler: 'read-inventory',
    subject: `inventory:${repository.id}`,
    key: `read-inventory:${repository.id}`,
    installationId,
    data: { repository } satisfies InventoryEvent,
    ...(runAt === null ? {} : { runAt }),
  };
}
