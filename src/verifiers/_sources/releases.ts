/** The last releases with their files, and what vouches for the newest: its tag's signature and attestations. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askFor, askForPage } from './_github.js';
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

export interface ReleaseTag {
  readonly name: string;
  /** Of the tag itself, not of the commit it points at. */
  readonly isVerified: boolean;
  /** In GitHub's words, `unsigned` or `valid`; null of a tag that is only a name for a commit. */
  readonly reason: string | null;
  /** Null where it did not matter any more, so that nobody asked. */
  readonly isHeld: boolean | null;
}

const reference = z.object({ object: z.object({ sha: z.string(), type: z.string() }) });
const annotated = z.object({ verification: z.object({ verified: z.boolean(), reason: z.string() }).nullish() });
const ruleset = z.object({ target: z.string().nullish(), enforcement: z.string() });

/** The newest release's; null where there is no release. Each request only where the one before leaves the question open. */
export const releaseTag = defineSource<ReleaseTag>({
  name: 'the tag of the newest release',
  needs: { contents: 'read' },
  async read(origin, get) {
    const newest = (await get(releases)).value?.[0];
    const { url } = await repositoryOf(get);
    if (newest === undefined) return { value: null, where: `${url}/tags` };
    const { tag: name, isImmutable } = newest;
    const where = `${url}/releases/tag/${encodeURIComponent(name)}`;
    const found = await askFor(origin, '/repos/{owner}/{repo}/git/ref/{ref}', reference, { ref: `tags/${name}` });
    if (found?.object.type !== 'tag') return { value: { name, isVerified: false, reason: null, isHeld: null }, where };
    const tag = await askFor(origin, '/repos/{owner}/{repo}/git/tags/{tag_sha}', annotated, {
      tag_sha: found.object.sha,
    });
    const { verified = false, reason = 'unsigned' } = tag?.verification ?? {};
    if (!verified || isImmutable) {
      return { value: { name, isVerified: verified, reason, isHeld: isImmutable || null }, where };
    }
    const rulesets = await askForPage(origin, '/repos/{owner}/{repo}/rulesets', ruleset, { targets: 'tag' });
    const isHeld = (rulesets?.entries ?? []).some((one) => one.target === 'tag' && one.enforcement === 'active');
    return { value: { name, isVerified: true, reason, isHeld }, where };
  },
});

const attestation = z.object({}).loose();

/** Whether the newest release's first file with a digest is attested; null where there is no such file. */
export const attested = defineSource<boolean>({
  name: 'the attestations of the newest release',
  needs: { attestations: 'read' },
  async read(origin, get) {
    const newest = (await get(releases)).value?.[0];
    const { url } = await repositoryOf(get);
    const digest = newest?.assets.find((asset) => asset.digest !== null)?.digest ?? null;
    const where = `${url}/attestations`;
    if (digest === null) return { value: null, where };
    const found = await askFor(
      origin,
      '/repos/{owner}/{repo}/attestations/{subject_digest}',
      z.object({ attestations: z.array(attestation) }),
      { subject_digest: digest },
    );
    return { value: (found?.attestations.length ?? 0) > 0, where };
  },
});
