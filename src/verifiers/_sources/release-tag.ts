/** The tag of the newest release, its signature, and whether anybody may move it. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askFor, askForPage } from './_github.js';
import { releases } from './releases.js';
import { repositoryOf } from './repository.js';

export interface ReleaseTag {
  readonly name: string;
  /** Of the tag itself, not of the commit it points at. */
  readonly isVerified: boolean;
  /** In GitHub's words, `unsigned` or `valid`; null of a tag that is only a name for a commit. */
  readonly reason: string | null;
  /** Whether an active ruleset is about tags, or the release cannot be changed. Not looked at, and false, of an unsigned tag. */
  readonly isHeld: boolean;
}

const reference = z.object({ object: z.object({ sha: z.string(), type: z.string() }) });
const annotated = z.object({ verification: z.object({ verified: z.boolean(), reason: z.string() }).nullish() });
const ruleset = z.object({ target: z.string().nullish(), enforcement: z.string() });

/** Null where there is no release. Each request only where the one before leaves the question open. */
export const releaseTag = defineSource<ReleaseTag>({
  name: 'the tag of the newest release',
  needs: { contents: 'read' },
  async read(origin, get) {
    const newest = (await get(releases)).value?.[0];
    const { url } = await repositoryOf(get);
    if (newest === undefined) return { value: null, where: `${url}/tags` };
    const { tag: name, url: where, isImmutable } = newest;
    const found = await askFor(origin, '/repos/{owner}/{repo}/git/ref/{ref}', reference, { ref: `tags/${name}` });
    const unsigned = { name, isVerified: false, reason: null, isHeld: false };
    if (found?.object.type !== 'tag') return { value: unsigned, where };
    const route = '/repos/{owner}/{repo}/git/tags/{tag_sha}';
    const tag = await askFor(origin, route, annotated, { tag_sha: found.object.sha });
    const { verified = false, reason = 'unsigned' } = tag?.verification ?? {};
    if (!verified) return { value: { ...unsigned, reason }, where };
    if (isImmutable) return { value: { name, isVerified: true, reason, isHeld: true }, where };
    const rulesets = await askForPage(origin, '/repos/{owner}/{repo}/rulesets', ruleset, { targets: 'tag' });
    const isHeld = (rulesets?.entries ?? []).some((one) => one.target === 'tag' && one.enforcement === 'active');
    return { value: { name, isVerified: true, reason, isHeld }, where };
  },
});
