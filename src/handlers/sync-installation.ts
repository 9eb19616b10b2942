/** Installed, changed, suspended or removed: keep the list of installations and repositories, and open what is missing. */
import { z } from 'zod';
import { syncInstallation } from '../flows/sync-installation.js';
import { defineHandler } from './_handler.js';
import { briefRepository } from './_payload.js';

/** A text or, as GitHub's description of webhooks allows, seconds since 1970. */
const instant = z.union([z.string(), z.number()]).transform((raw) => {
  const time = new Date(typeof raw === 'number' ? raw * 1000 : raw);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
});

const payload = z.object({
  action: z.string(),
  installation: z.object({
    id: z.number().int(),
    account: z.object({ login: z.string(), type: z.string() }),
    permissions: z.record(z.string(), z.string()).default({}),
    events: z.array(z.string()).default([]),
    created_at: instant.nullish(),
  }),
  repositories: z.array(briefRepository).nullish(),
  repositories_added: z.array(briefRepository).nullish(),
  repositories_removed: z.array(briefRepository).nullish(),
});

export default defineHandler({
  on: [
    'installation.created',
    'installation.deleted',
    'installation.suspend',
    'installation.unsuspend',
    'installation.new_permissions_accepted',
    'installation_repositories.added',
    'installation_repositories.removed',
  ],
  needs: {},
  evenWhenGone: true,
  parse(raw) {
    const { action, installation, ...lists } = payload.parse(raw);
    return {
      action,
      installation: {
        id: installation.id,
        account: installation.account.login,
        accountType: installation.account.type,
        permissions: installation.permissions,
        events: installation.events,
        createdAt: installation.created_at ?? null,
      },
      added: [...(lists.repositories ?? []), ...(lists.repositories_added ?? [])],
      removed: lists.repositories_removed ?? [],
    };
  },
  subject: ({ installation }) => `installation:${installation.id}`,
  run: syncInstallation,
});
