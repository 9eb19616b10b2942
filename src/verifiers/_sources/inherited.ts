/** What a repository without community files of its own takes from its owner's public repository `.github`. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { texts } from './texts.js';

export interface Inherited {
  /** False where it cannot be looked at from here: what is not in `paths` may be there all the same. */
  readonly isSeen: boolean;
  readonly paths: readonly string[];
  readonly securityPolicy: { readonly path: string; readonly text: string } | null;
}

/** @see https://docs.github.com/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file */
const REPOSITORY = '.github';
export const SECURITY_POLICY = /^(?:\.github\/|docs\/)?SECURITY(?:\.(?:md|txt|rst|adoc))?$/i;
export const CONTRIBUTING = /^(?:\.github\/|docs\/)?CONTRIBUTING(?:\.(?:md|txt|rst|adoc))?$/i;
export const ISSUE_TEMPLATE = /^(?:(?:\.github\/|docs\/)?ISSUE_TEMPLATE(?:\.md|\/(?!config\.)[^/]+\.(?:md|ya?ml)))$/i;

const listing = z.object({ tree: z.array(z.object({ path: z.string(), type: z.string() })) });
const contents = z.object({ content: z.string(), encoding: z.literal('base64') });
const NOTHING: Inherited = { isSeen: true, paths: [], securityPolicy: null };

export const inherited = defineSource<Inherited>({
  name: "the organisation's community files",
  needs: { contents: 'read' },
  async read({ api, repository }, get) {
    const { value, where } = await get(texts);
    const own = value?.entries.map(({ path }) => path) ?? [];
    const hasAll = [SECURITY_POLICY, CONTRIBUTING, ISSUE_TEMPLATE].every((file) => own.some((path) => file.test(path)));
    if (hasAll || repository?.name === REPOSITORY) return { value: NOTHING, where };
    if (api === null || repository === null) return { value: { ...NOTHING, isSeen: false }, where };
    const at = { owner: repository.owner, repo: REPOSITORY };
    const files = await api.get('/repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...at,
      tree_sha: 'HEAD',
      recursive: 1,
    });
    if (files.value === null) return { value: NOTHING, where };
    const paths = listing.parse(files.value).tree.flatMap(({ path, type }) => (type === 'blob' ? [path] : []));
    const path = own.some((each) => SECURITY_POLICY.test(each))
      ? undefined
      : paths.find((each) => SECURITY_POLICY.test(each));
    if (path === undefined) return { value: { isSeen: true, paths, securityPolicy: null }, where };
    const file = await api.get('/repos/{owner}/{repo}/contents/{path}', { ...at, path });
    const text = file.value === null ? '' : Buffer.from(contents.parse(file.value).content, 'base64').toString('utf8');
    return {
      value: { isSeen: true, paths, securityPolicy: { path: `${repository.owner}/.github: ${path}`, text } },
      where,
    };
  },
});
