/** Somebody may see more or less than before: who looks at the pages is asked about again before the next one is shown. */
import { z } from 'zod';
import { type Concerned, markOutdated } from '../infra/db/viewers.js';
import { defineHandler } from './_handler.js';

const account = z.object({ id: z.number().int() });

const payload = z.object({
  installation: z.object({ id: z.number().int() }),
  repository: account.optional(),
  /** Of `member` and `membership`; of a team's membership it is gone when the person was deleted. */
  member: account.nullish(),
  /** Of `organization`. */
  membership: z.object({ user: account.nullish() }).optional(),
});

export default defineHandler<Concerned>({
  on: [
    'member',
    'membership',
    'organization.member_added',
    'organization.member_removed',
    'team.added_to_repository',
    'team.removed_from_repository',
    'team.edited',
    'team.deleted',
    'repository.privatized',
    'repository.publicized',
    'repository.transferred',
  ],
  needs: { members: 'read' },
  parse(raw) {
    const { installation, repository, member, membership } = payload.parse(raw);
    const userId = member?.id ?? membership?.user?.id;
    if (userId !== undefined) return { userId };
    return { installationId: installation.id, repositoryId: repository?.id ?? null };
  },
  subject: (concerned) => ('userId' in concerned ? `person:${concerned.userId}` : `access:${concerned.installationId}`),
  run: (concerned, { db, clock }) => markOutdated(db, concerned, clock.now()),
});
