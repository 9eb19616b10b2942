/** The parts of webhook payloads that handlers read; everything else in them is ignored, so that GitHub may add to it. */
import { z } from 'zod';
import type { RepoRef } from '../core/repo-ref.js';

/** A commit id, SHA-1 or SHA-256. */
export const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

export const repository = z
  .object({
    id: z.number().int(),
    name: z.string(),
    owner: z.object({ login: z.string() }),
    private: z.boolean(),
    default_branch: z.string().nullish(),
  })
  .transform((raw) => ({
    ref: { id: raw.id, owner: raw.owner.login, name: raw.name } satisfies RepoRef,
    isPrivate: raw.private,
    defaultBranch: raw.default_branch ?? null,
  }));

/** How installation events name repositories: without owner object, default branch and flags. */
export const briefRepository = z
  .object({ id: z.number().int(), full_name: z.string(), private: z.boolean() })
  .transform((raw) => {
    const [owner = '', name = ''] = raw.full_name.split('/');
    return { ref: { id: raw.id, owner, name } satisfies RepoRef, isPrivate: raw.private };
  });

/** Who did it. Nobody types as a bot: our own edits and comments come back to us under this type. */
export const sender = z
  .object({ login: z.string(), type: z.string() })
  .transform(({ login, type }) => ({ login, isBot: type === 'Bot' }));

/** A pull request was opened, pushed to, edited or closed; `changes.base` is there when an edit chose another base. */
export const pullRequestEvent = z.object({
  action: z.string(),
  repository,
  pull_request: z.object({
    number: z.number().int(),
    state: z.enum(['open', 'closed']),
    head: z.object({ sha }),
    base: z.object({ ref: z.string(), sha }),
    updated_at: z.iso.datetime(),
  }),
  changes: z.object({ base: z.unknown().optional() }).optional(),
});
