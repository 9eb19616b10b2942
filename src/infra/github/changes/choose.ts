/** Decides, purely, which commits a push brought and by which way they are read. Never a pass by not looking. */
import { NotFound } from '../errors.js';

/** What the push payload says. */
export interface Push {
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  /** The commit; of an annotated tag `head_commit.id`, as `after` names the tag object. */
  readonly after: string;
  readonly created: boolean;
  readonly forced: boolean;
  readonly deleted: boolean;
  readonly defaultBranch: string;
  /** Ids in `commits[]`, oldest first; GitHub lists 2,048 at most. */
  readonly commits: readonly string[];
}

/** GitHub's cap on `commits[]`; a list this long may be cut. */
export const PAYLOAD_COMMITS = 2048;

/** How the new commits are named. Whatever the answer, the commits of the payload are looked at as well. */
export type Base =
  /** Nothing new exists. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** The payload lists them all. */
  | { readonly kind: 'listed'; readonly commits: readonly string[] }
  /** What `after` has and `base` has not; everything when GitHub does not know `base` or they share no history. */
  | { readonly kind: 'since'; readonly base: string }
  /** All that `after` reaches. */
  | { readonly kind: 'everything'; readonly reason: string };

/**
 * A regular push is what the payload lists. A new or rewritten branch is compared with the default branch, since its
 * `before` is zero or gone. The default branch itself is compared with its `before`: compared with itself it would
 * have no new commits at all and pass unseen.
 */
export function chooseBase(push: Push): Base {
  if (push.deleted || isZero(push.after)) return { kind: 'nothing', reason: 'the branch was deleted' };
  const onDefault = push.ref === `refs/heads/${push.defaultBranch}`;
  const isNew = push.created || isZero(push.before);
  if (onDefault) {
    if (isNew) return { kind: 'everything', reason: 'first push to the default branch' };
    if (push.forced || !isWholeList(push)) return { kind: 'since', base: push.before };
    return { kind: 'listed', commits: push.commits };
  }
  if (isNew || push.forced) return { kind: 'since', base: push.defaultBranch };
  return isWholeList(push) ? { kind: 'listed', commits: push.commits } : { kind: 'since', base: push.before };
}

/** True when GitHub could not compare because the base is gone or unrelated: then everything is new. Else it is a failure. */
export function isBaseGone(error: unknown): boolean {
  return error instanceof NotFound;
}

/** A list that ends in `after` and is under GitHub's cap; anything else is asked for. */
function isWholeList({ commits, after }: Push): boolean {
  return commits.length > 0 && commits.length < PAYLOAD_COMMITS && commits.includes(after);
}

export function isZero(sha: string): boolean {
  return /^0+$/.test(sha);
}

/** A commits API request each; past this many `git fetch` is cheaper for everybody. */
export const MOST_COMMITS_BY_API = 20;
/** Blobs of one commit that the API left without a patch; past this many git reads the commit. */
export const MOST_BLOBS_BY_API = 20;

export type Route = 'api' | 'git';

/** `commits` is undefined when nobody knows how many there are. */
export function chooseRoute(commits: number | undefined): Route {
  return commits !== undefined && commits <= MOST_COMMITS_BY_API ? 'api' : 'git';
}

export interface Readable {
  readonly hasAllFiles: boolean;
  readonly files: readonly { readonly status: string; readonly additions: number; readonly patch?: string }[];
}

/** True when the API's answer about one commit can be completed with a few blobs. */
export function suitsApi({ hasAllFiles, files }: Readable): boolean {
  return hasAllFiles && files.filter(needsBlob).length <= MOST_BLOBS_BY_API;
}

/**
 * True when the patch does not show all added lines: missing (binary, too large, a rename that may hide a binary
 * change) or shorter than the number of additions says.
 */
export function needsBlob({ status, additions, patch }: Readable['files'][number]): boolean {
  if (status === 'removed' || status === 'unchanged') return false;
  return patch === undefined || countAdded(patch) < additions;
}

function countAdded(patch: string): number {
  let added = patch.startsWith('+') ? 1 : 0;
  for (let at = patch.indexOf('\n+'); at >= 0; at = patch.indexOf('\n+', at + 1)) added++;
  return added;
}
