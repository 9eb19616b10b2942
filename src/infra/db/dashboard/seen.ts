/** Whose eyes the pages are for: every query of this folder answers only what this person may see on GitHub. */
import { type RawBuilder, sql } from 'kysely';

/** A signed-in person; what they may see is in `viewer_repository` and `viewer_installation`. */
export interface Seer {
  /** Of GitHub. */
  readonly userId: number;
}

/** Ids of the repositories that they may see, for `in (…)`. */
export const seenRepositories = ({ userId }: Seer): RawBuilder<unknown> =>
  sql`select repository_id from viewer_repository where user_id = ${userId}`;

/** True where they own the account that the installation is on. */
export const ownsInstallation = ({ userId }: Seer, installationId: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select from viewer_installation as seat
    where seat.user_id = ${userId} and seat.installation_id = ${installationId} and seat.seat = 'owner')`;
