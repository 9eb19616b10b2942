/** What time does to the items of one repository: waivers are reminded of and end, requests lapse, old evidence goes out of date. */
import { dayOf } from '../core/clock.js';
import { isDeepStrictEqual } from 'node:util';
import type { RepoRef } from '../core/repo-ref.js';
import { type Item, type ItemState, itemsOf, stateOf } from '../domain/checklist/index.js';
import { ageStates } from '../domain/life/ageing.js';
import { courseOf, endedState, reminderText } from '../domain/life/course.js';
import type { WaiverTerms } from '../domain/life/terms.js';
import { itemState, saveItemState } from '../infra/db/baselines.js';
import { inTransaction } from '../infra/db/database.js';
import { findRepository } from '../infra/db/installations.js';
import { appendJournal, type JournalEntry } from '../infra/db/journal.js';
import { currentWaivers, endWaivers, type StoredWaiver } from '../infra/db/waivers.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';
import { oneComment } from './one-comment.js';
import { readService, type Service, viewOf } from './service.js';
import { tellClosed } from './tell-closed.js';

/** May run any number of times a day. */
export async function tendItems(repositoryId: number, context: Context): Promise<void> {
  const { db, clock } = context;
  const row = await findRepository(db, repositoryId);
  if (row === undefined || row.removed_at !== null) return;
  const repository: RepoRef = { id: repositoryId, owner: row.owner, name: row.name };
  const service = await readService(repositoryId, context);
  const items = itemsOf(viewOf(repositoryId, service, context).checklists);
  const rules = await context.lifeRules(repository, context);
  const now = clock.now().toISOString();
  const waivers = await currentWaivers(db, repositoryId);
  const lapsed = waivers.filter(({ state, until }) => state === 'asked' && until < dayOf(clock.now()));
  const active = waivers.filter(({ state }) => state === 'active');
  const due = active.map((waiver) => {
    const item = items.find(({ id }) => id === waiver.itemId);
    return { waiver, item, course: courseOf(waiver, item?.risk ?? 'LOW', now.slice(0, 10)) };
  });
  const ended = due.filter(({ course }) => course === 'end').map(({ waiver }) => waiver);
  const changed = new Map([
    ...endedStates(ended, service, now),
    ...ageStates(service.stored, items, rules.evidenceMaxAgeDays, now),
  ]);
  // First, so that a crash after the record cannot leave it out: it waits for the end of this job in any case.
  if (changed.size + lapsed.length > 0) await requestWrite(repositoryId, context);
  // Nobody can write into an archived repository; what is due there is put on record all the same.
  if (!row.archived) await tellClosed(repository, service, changed, context);
  await record(repositoryId, service, changed, [...ended, ...lapsed], context);
  const issue = service.baseline?.issue?.number;
  for (const { waiver, item, course } of due) {
    if (course !== 'remind' || item === undefined || issue === undefined || row.archived) continue;
    await remind(repository, issue, waiver, item, rules.waivers, context);
  }
}

/** An item that has become something else meanwhile stays what it is. */
function endedStates(
  ended: readonly StoredWaiver[],
  service: Service,
  now: string,
): readonly (readonly [string, ItemState])[] {
  return ended
    .filter(({ itemId }) => stateOf(service.stored, itemId).kind === 'waived')
    .map((waiver) => [waiver.itemId, endedState(waiver, now)] as const);
}

/** People may have decided something since we looked: that stands, and so does a waiver that is new. */
async function record(
  repositoryId: number,
  service: Service,
  changed: ReadonlyMap<string, ItemState>,
  over: readonly StoredWaiver[],
  { db, clock, app }: Context,
): Promise<void> {
  if (changed.size + over.length === 0) return;
  const now = clock.now();
  await inTransaction(db, async (trx) => {
    const entries: JournalEntry[] = [];
    for (const [id, to] of changed) {
      const from = stateOf(service.stored, id);
      if (!isDeepStrictEqual(await itemState(trx, repositoryId, id), from)) continue;
      await saveItemState(trx, repositoryId, id, to, now);
      const data = { via: 'time', from: from.kind, to };
      const subject = `item:${id}`;
      entries.push({ at: now, actor: app.login, repositoryId, subject, kind: `item.${to.kind}`, data });
    }
    const closed = await endWaivers(
      trx,
      over.map(({ id }) => id),
    );
    for (const { id, itemId, state, requestedBy, until } of over) {
      if (state !== 'asked' || !closed.includes(id)) continue;
      const entry = { at: now, actor: app.login, repositoryId, subject: `item:${itemId}` };
      entries.push({ ...entry, kind: 'waiver.lapsed', data: { requestedBy, until } });
    }
    await appendJournal(trx, entries);
  });
}

/** One comment a waiver, never repeated, on the issue that shows the item. */
async function remind(
  repository: RepoRef,
  issue: number,
  waiver: StoredWaiver,
  item: Item,
  terms: WaiverTerms,
  context: Context,
): Promise<void> {
  const [purpose, marker] = [`waiver-ends:${waiver.id}`, `waiver-ends=${waiver.id}`];
  const text = reminderText(item, waiver, dayOf(context.clock.now()), terms);
  await oneComment({ repository, issue, purpose, marker, text, again: 'keep' }, context);
}
