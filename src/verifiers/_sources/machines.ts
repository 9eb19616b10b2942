/** Ways for machines into and out of the repository: deploy keys and webhooks. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage, type Page } from './_github.js';
import { repositoryOf } from './repository.js';

export interface DeployKey {
  readonly id: number;
  readonly title: string;
  readonly canWrite: boolean;
}

const key = z
  .object({ id: z.number(), title: z.string(), read_only: z.boolean() })
  .transform((raw): DeployKey => ({ id: raw.id, title: raw.title, canWrite: !raw.read_only }));

export const deployKeys = defineSource<Page<DeployKey>>({
  name: 'deploy keys',
  needs: { administration: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    return { value: await askForPage(origin, '/repos/{owner}/{repo}/keys', key), where: `${url}/settings/keys` };
  },
});

/** Its address may hold credentials, so only what is to be judged of it is kept. */
export interface Hook {
  readonly id: number;
  readonly hasSecret: boolean;
  readonly isEncrypted: boolean;
  readonly checksCertificate: boolean;
}

const hook = z
  .object({
    id: z.number(),
    config: z.object({
      url: z.string().default(''),
      // GitHub answers with stars.
      secret: z.string().nullish(),
      insecure_ssl: z.union([z.string(), z.number()]).nullish(),
    }),
  })
  .transform(
    ({ id, config }): Hook => ({
      id,
      hasSecret: (config.secret ?? '') !== '',
      isEncrypted: config.url.startsWith('https://'),
      checksCertificate: String(config.insecure_ssl ?? '0') === '0',
    }),
  );

export const hooks = defineSource<Page<Hook>>({
  name: 'webhooks',
  needs: { repository_hooks: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    return { value: await askForPage(origin, '/repos/{owner}/{repo}/hooks', hook), where: `${url}/settings/hooks` };
  },
});
