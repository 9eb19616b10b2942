/** Changes what people decided about a service, and asks for the issue that shows it to be written. */
import type { RepoRef } from '../core/repo-ref.js';
import { assign, unassign } from '../infra/db/assignments.js';
import { inTransaction } from '../infra/db/database.js';
import { appendJournal } from '../infra/db/journal.js';
import { findServiceSettings, type ServiceSettings, saveServiceSettings } from '../infra/db/services.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';

/** Who says it, and when. */
export interface Said {
  readonly by: string;
  readonly at: Date;
}

/** What it is in the journal. */
export type ChangeKind =
  | 'service.risk'
  | 'service.launch'
  | 'service.launched'
  | 'service.champion'
  | 'service.checklists';

/**
 * Decides on the settings as they stand and writes them with the journal in one transaction; answers how they were before. `null`
 * changes nothing. The issue is asked for either way: the first time may have ended before it.
 * @throws whatever `decide` throws; nothing is changed then.
 */
export async function changeService(
  repository: RepoRef,
  kind: ChangeKind,
  decide: (settings: ServiceSettings) => Partial<ServiceSettings> | null,
  { by, at }: Said,
  context: Context,
): Promise<ServiceSettings> {
  const before = await inTransaction(context.db, async (db) => {
    const settings = await findServiceSettings(db, repository.id, { lock: true });
    const change = decide(settings);
    if (change !== null) {
      await saveServiceSettings(db, repository.id, at, change);
      await appendJournal(db, [
        { at, actor: by, repositoryId: repository.id, subject: 'service', kind, data: dataOf(settings, change) },
      ]);
    }
    return settings;
  });
  await requestWrite(repository.id, context);
  return before;
}

/** Asks `login` to see to an item; the issue shows it. Nothing happens when they were asked already. */
export async function assignItem(
  repository: RepoRef,
  itemId: string,
  login: string,
  said: Said,
  context: Context,
): Promise<void> {
  await inTransaction(context.db, async (db) => {
    if (!(await assign(db, repository.id, itemId, login, said.by, said.at))) return;
    await appendJournal(db, [assignment(repository, itemId, 'item.assigned', { to: login }, said)]);
  });
  await requestWrite(repository.id, context);
}

/** Takes the item off `login`, or off everybody where it is null; false when it was not theirs. */
export async function unassignItem(
  repository: RepoRef,
  itemId: string,
  login: string | null,
  said: Said,
  context: Context,
): Promise<boolean> {
  const from = await inTransaction(context.db, async (db) => {
    const logins = await unassign(db, repository.id, itemId, login);
    if (logins.length > 0)
      await appendJournal(db, [assignment(repository, itemId, 'item.unassigned', { from: logins }, said)]);
    return logins;
  });
  await requestWrite(repository.id, context);
  return from.length > 0;
}

function assignment(
  { id: repositoryId }: RepoRef,
  itemId: string,
  kind: 'item.assigned' | 'item.unassigned',
  data: unknown,
  { by: actor, at }: Said,
) {
  return { at, actor, repositoryId, subject: `item:${itemId}`, kind, data };
}

/** Each changed setting with what it was. */
function dataOf(settings: ServiceSettings, change: Partial<ServiceSettings>): unknown {
  const before = Object.fromEntries(Object.entries(settings).filter(([key]) => key in change));
  return { from: before, to: change };
}
