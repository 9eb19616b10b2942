/** What vouches for the newest release: GitHub itself, a signature among its files, an attestation, or its tag. */
import { z } from 'zod';
import { isSignature } from '../_assets.js';
import { defineSource, type Get } from '../_source.js';
import { askFor } from './_github.js';
import { releaseTag } from './release-tag.js';
import { type Release, releases } from './releases.js';
import { repositoryOf } from './repository.js';

export interface ReleaseSignature {
  readonly tag: string;
  /** In words; null where nothing does. */
  readonly by: string | null;
}

const attestations = z.object({ attestations: z.array(z.object({})) });

/** Of one file of the newest release, the first with a digest: null where none has one. */
const attestation = defineSource<boolean>({
  name: 'the attestations of the newest release',
  needs: { attestations: 'read' },
  async read(origin, get) {
    const newest = (await get(releases)).value?.[0];
    const { url } = await repositoryOf(get);
    const digest = newest?.assets.find((asset) => asset.digest !== null)?.digest ?? null;
    const where = `${url}/attestations`;
    if (digest === null) return { value: null, where };
    const route = '/repos/{owner}/{repo}/attestations/{subject_digest}';
    const found = await askFor(origin, route, attestations, { subject_digest: digest });
    return { value: (found?.attestations.length ?? 0) > 0, where };
  },
});

/** Null where there is no release. The cheapest look first. */
export const releaseSignature = defineSource<ReleaseSignature>({
  name: 'the signature of the newest release',
  needs: { contents: 'read' },
  async read(_, get) {
    const { value, where } = await get(releases);
    const newest = value?.[0];
    if (newest === undefined) return { value: null, where };
    return { value: { tag: newest.tag, by: await voucherOf(newest, get) }, where: newest.url };
  },
});

async function voucherOf(release: Release, get: Get): Promise<string | null> {
  if (release.isImmutable) return 'GitHub attested it and keeps it as it is';
  const signature = release.assets.find(({ name }) => isSignature(name));
  if (signature !== undefined) return `\`${signature.name}\` is among its files`;
  if (release.assets.length > 0) return (await get(attestation)).value ? 'its files are attested' : null;
  return (await get(releaseTag)).value?.isVerified ? 'it is the source of a tag with a verified signature' : null;
}
