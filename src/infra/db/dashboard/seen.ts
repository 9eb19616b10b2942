/** Whose eyes the pages are for: every query of this folder answers only what this person may see on GitHub. */
import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../viewers.js';

export type Seer = Pick<Viewer, 'userId'>;

/** Rows `repository`, with `permission`: those of an installation that are ours and that they see; for `from`. */
export const seenIn = ({ userId }: Seer, installationId: number): RawBuilder<unknown> => sql`(
  select repository.*, viewer_repository.permission
  from viewer_repository join repository on repository.id = viewer_repository.repository_id
  where viewer_repository.user_id = ${userId} and repository.installation_id = ${installationId}
    and repository.removed_at is null
) as repository`;

/** All rows `repository` of an installation that are ours: for reports of the organisation itself, not for a person's eyes. */
export const oursIn = (installationId: number): RawBuilder<unknown> => sql`(
  select * from repository where installation_id = ${installationId} and removed_at is null
) as repository`;

/** True where they own the account that the installation is on. */
export const ownsInstallation = ({ userId }: Seer, installationId: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select from viewer_installation as seat
    where seat.user_id = ${userId} and seat.installation_id = ${installationId} and seat.seat = 'owner')`;
