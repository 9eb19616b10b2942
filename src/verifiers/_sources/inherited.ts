/** What a repository without community files of its own takes from its owner's public repository `.github`. */
import { z } from 'zod';
import { apiOf, defineSource, type Source } from '../_source.js';
import { pathOf } from './_github.js';
import { texts } from './texts.js';

export interface Inherited {
  /** False where it cannot be looked at from here: what is not in `paths` may be there all the same. */
  readonly isSeen: boolean;
  readonly paths: readonly string[];
  readonly securityPolicy: { readonly path: string; readonly text: string } | null;
}

/** @see https://docs.github.com/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file */
const REPOSITORY = '.github';
const NAME = "the organisation's community files";
export const SECURITY_POLICY = /^(?:\.github\/|docs\/)?SECURITY(?:\.(?:md|txt|rst|adoc))?$/i;
export const CONTRIBUTING = /^(?:\.github\/|docs\/)?CONTRIBUTING(?:\.(?:md|txt|rst|adoc))?$/i;
export const ISSUE_TEMPLATE = /^(?:(?:\.github\/|docs\/)?ISSUE_TEMPLATE(?:\.md|\/(?!config\.)[^/]+\.(?:md|ya?ml)))$/i;

const listing = z.object({ tree: z.array(z.object({ path: z.string(), type: z.string() })) });
const contents = z.object({ content: z.string(), encoding: z.literal('base64') });
const NOTHING: Inherited = { isSeen: true, paths: [], securityPolicy: null };

/** Every path of that repository; null where it is none, or the one that is looked at. */
const shared = defineSource<readonly string[]>({
  name: NAME,
  needs: { contents: 'read' },
  async read(origin, get) {
    const { where } = await get(texts);
    const { owner } = pathOf(origin);
    const at = { owner, repo: REPOSITORY };
    const route = '/repos/{owner}/{repo}/git/trees/{tree_sha}';
    const { value } = await apiOf(origin).get(route, { ...at, tree_sha: 'HEAD', recursive: 1 });
    if (value === null) return { value: null, where };
    return { value: listing.parse(value).tree.flatMap(({ path, type }) => (type === 'blob' ? [path] : [])), where };
  },
});

/** What is inherited of one kind: nothing where the repository has a file of its own, and then nobody is asked. */
function inheriting(file: RegExp): Source<Inherited> {
  return defineSource<Inherited>({
    name: NAME,
    needs: { contents: 'read' },
    async read({ api, repository }, get) {
      const { value, where } = await get(texts);
      const hasOwn = value?.entries.some(({ path }) => file.test(path)) === true;
      if (hasOwn || repository?.name === REPOSITORY) return { value: NOTHING, where };
      if (api === null || repository === null) return { value: { ...NOTHING, isSeen: false }, where };
      const paths = (await get(shared)).value ?? [];
      return { value: { ...NOTHING, paths: paths.filter((path) => file.test(path)) }, where };
    },
  });
}

export const inheritedGuide = inheriting(CONTRIBUTING);
export const inheritedTemplate = inheriting(ISSUE_TEMPLATE);

const policyFile = inheriting(SECURITY_POLICY);

/** With its text. */
export const inheritedPolicy = defineSource<Inherited>({
  name: NAME,
  needs: { contents: 'read' },
  async read(origin, get) {
    const { value, where } = await get(policyFile);
    const path = value?.paths[0];
    if (value === null || path === undefined) return { value, where };
    const { owner } = pathOf(origin);
    const file = await apiOf(origin).get('/repos/{owner}/{repo}/contents/{path}', { owner, repo: REPOSITORY, path });
    const text = file.value === null ? '' : Buffer.from(contents.parse(file.value).content, 'base64').toString('utf8');
    return { value: { ...value, securityPolicy: { path: `${owner}/.github: ${path}`, text } }, where };
  },
});
