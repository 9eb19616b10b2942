/** Keeps what a viewer may see as fresh as the pages promise: GitHub is asked as the person, and never believed for long. */
import type { Clock } from '../../../core/clock.js';
import type { Log } from '../../../core/log.js';
import type { Db } from '../../../infra/db/database.js';
import { freshnessOf, type Permission, type Seat, saveSight, type Viewer } from '../../../infra/db/viewers.js';
import { Forbidden, GitHubError, NotFound, Unauthorized } from '../../../infra/github/errors.js';
import type { Person, PersonalRepository } from '../../../infra/github/people.js';

const MINUTE = 60_000;

/** How old an answer may be, in milliseconds. */
export const FRESH_MS = 5 * MINUTE;
/** How old while GitHub cannot be asked; then nothing is shown. */
export const TOLERATED_MS = 15 * MINUTE;

/** `stale`: GitHub cannot be asked, and the answer of `asOf` will still do. `unknown`: nothing may be shown. */
export type SightState =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'stale'; readonly asOf: Date }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withdrawn' };

export type See = (viewer: Viewer, person: Person) => Promise<SightState>;

/** One question at a time for each person, however many pages they open. */
export function createSee({ db, clock, log }: { readonly db: Db; readonly clock: Clock; readonly log: Log }): See {
  const underWay = new Map<number, Promise<void>>();

  async function ask(viewer: Viewer, person: Person): Promise<void> {
    const askedAt = clock.now();
    const { id, login } = await person.self();
    if (id !== viewer.userId) throw new Error('The token is of somebody else');
    const installations = new Map<number, Seat>();
    const repositories = new Map<number, Permission>();
    for (const { id: installationId, account } of await person.installations()) {
      const seen = await seenIn(installationId, person);
      if (seen === null) continue;
      const isOwner = account.isOrganization ? await person.owns(account.login) : account.id === viewer.userId;
      installations.set(installationId, isOwner ? 'owner' : 'member');
      for (const { id, permission } of seen) repositories.set(id, permission);
    }
    await saveSight(db, { userId: viewer.userId, login }, { installations, repositories }, askedAt);
  }

  function askOnce(viewer: Viewer, person: Person): Promise<void> {
    const going = underWay.get(viewer.userId);
    if (going !== undefined) return going;
    const asking = ask(viewer, person).finally(() => underWay.delete(viewer.userId));
    underWay.set(viewer.userId, asking);
    return asking;
  }

  return async (viewer, person) => {
    const known = await freshnessOf(db, viewer);
    const age = known === null ? Number.POSITIVE_INFINITY : clock.now().getTime() - known.checkedAt.getTime();
    if (known !== null && !known.isOutdated && age <= FRESH_MS) return { kind: 'fresh' };
    try {
      await askOnce(viewer, person);
      // The question may have been under way when something changed.
      if ((await freshnessOf(db, viewer))?.isOutdated === true) await askOnce(viewer, person);
      return { kind: 'fresh' };
    } catch (error) {
      if (error instanceof Unauthorized) return { kind: 'withdrawn' };
      if (!(error instanceof GitHubError)) throw error;
      log.warn({ userId: viewer.userId, error: error.message }, 'What a person may see cannot be asked');
      if (known === null || known.isOutdated || age > TOLERATED_MS) return { kind: 'unknown' };
      return { kind: 'stale', asOf: known.checkedAt };
    }
  };
}

/** Null where the account lets nobody in just now: suspended, gone meanwhile, or it wants a single sign-on first. */
async function seenIn(installationId: number, person: Person): Promise<readonly PersonalRepository[] | null> {
  try {
    return await person.repositories(installationId);
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) return null;
    throw error;
  }
}
