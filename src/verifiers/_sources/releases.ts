/** The last releases with their files. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage } from './_github.js';
import { repositoryOf } from './repository.js';

export interface Asset {
  readonly name: string;
  /** As `sha256:…`; null of files from before GitHub kept it. */
  readonly digest: string | null;
}

export interface Release {
  readonly tag: string;
  readonly url: string;
  readonly notes: string;
  /** GitHub attested it and lets nobody change its tag or files. */
  readonly isImmutable: boolean;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly assets: readonly Asset[];
}

const schema = z.object({
  tag_name: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
  immutable: z.boolean().default(false),
  published_at: z.string().nullish(),
  created_at: z.string(),
  assets: z.array(z.object({ name: z.string(), digest: z.string().nullish() })).default([]),
});

const releaseOf = (raw: z.output<typeof schema>): Release => ({
  tag: raw.tag_name,
  url: raw.html_url,
  notes: raw.body?.trim() ?? '',
  isImmutable: raw.immutable,
  at: raw.published_at ?? raw.created_at,
  assets: raw.assets.map(({ name, digest }) => ({ name, digest: digest ?? null })),
});

/** Published ones, the newest first; null where there is none. */
export const releases = defineSource<readonly Release[]>({
  name: 'the releases',
  needs: { contents: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const page = await askForPage(origin, '/repos/{owner}/{repo}/releases', schema, { per_page: 20 });
    const published = (page?.entries ?? []).filter(({ draft }) => !draft).map(releaseOf);
    return { value: published.length === 0 ? null : published, where: `${url}/releases` };
  },
});
