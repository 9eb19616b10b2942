/** Another version of the checklists came with the program: what it changes in one issue, said there and put on record once. */
import { dayOf } from '../core/clock.js';
import {
  catalogueChange,
  type Checklist,
  type DatedChange,
  isSettled,
  type Item,
  itemsGone,
  itemsOf,
  shared,
  stateOf,
} from '../domain/checklist/index.js';
import { saveBaseline } from '../infra/db/baselines.js';
import { catalogueDigest, findCatalogue } from '../infra/db/catalogues.js';
import { inTransaction } from '../infra/db/database.js';
import { appendJournal } from '../infra/db/journal.js';
import type { Context } from './context.js';
import { itemsUnder, type Service, withSettings } from './service.js';

export interface CatalogueMerge {
  /** Null when the issue was last written from this catalogue. */
  readonly digest: string | null;
  /** Null when nobody would see a difference here, or it is not known what the issue was written from. */
  readonly change: DatedChange | null;
  /** The checklists as the issue shows them; its folded parts are theirs. */
  readonly shown: readonly Checklist[];
  /** Items that go. Their state and journal stay, and count again if they ever come back. */
  readonly gone: readonly Item[];
  /** With the change in the header. */
  readonly service: Service;
}

/**
 * Both versions are tailored by the policy and the choice in force now: so a change of those, which is said where it is made, is not
 * told as one of the catalogue.
 */
export async function mergeCatalogue(service: Service, context: Context): Promise<CatalogueMerge> {
  const { db, clock, checklists } = context;
  const digest = catalogueDigest(checklists);
  const from = service.baseline?.catalogueDigest ?? null;
  const before = from === null || from === digest ? null : await findCatalogue(db, from);
  const merge = { digest: from === digest ? null : digest, change: null, shown: service.checklists, gone: [], service };
  if (before === null) return merge;
  const policy = withSettings(service.policy.policy, service.settings);
  const shown = itemsUnder(
    policy,
    { ...service.policy, stored: service.stored },
    { checklists: before, clock },
  ).checklists;
  const change = catalogueChange(shown, service.checklists);
  if (change === null) return { ...merge, shown };
  const reopened = reopenedItems(shown, service);
  const updated = { ...change, reopened, on: dayOf(clock.now()) };
  return {
    ...merge,
    change: updated,
    shown,
    gone: itemsGone(shown, service.checklists),
    service: { ...service, header: { ...service.header, updated } },
  };
}

/** What was done with another item, until that one went or covered it no longer. */
function reopenedItems(shown: readonly Checklist[], { checklists, stored, states }: Service): readonly string[] {
  const leaned = shared(stored, itemsOf(shown));
  return itemsOf(checklists)
    .filter(({ id }) => leaned.has(id) && !isSettled(stateOf(states, id)))
    .map(({ id }) => id);
}

/**
 * The body that GitHub holds now, and the catalogue it shows. Only after the write: a crash before it merges once more, from the same
 * version to the same, so that it is said and put on record once.
 */
export async function recordSettled(
  repositoryId: number,
  settledBody: string,
  { digest, change, service }: CatalogueMerge,
  { db, clock, app }: Context,
): Promise<void> {
  const now = clock.now();
  const { baseline } = service;
  if (digest === null) return saveBaseline(db, repositoryId, now, { settledBody });
  await inTransaction(db, async (trx) => {
    await saveBaseline(trx, repositoryId, now, {
      settledBody,
      catalogueDigest: digest,
      ...(change === null ? {} : { catalogueChange: change }),
    });
    if (change === null) return;
    await appendJournal(trx, [
      {
        at: now,
        actor: app.login,
        repositoryId,
        subject: `issue:${baseline?.issue?.number}`,
        kind: 'baseline.updated',
        data: { from: baseline?.catalogueDigest, to: digest, ...change },
      },
    ]);
  });
}
