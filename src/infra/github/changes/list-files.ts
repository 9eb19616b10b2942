/** Which files the commits of a copy changed, and the fetch of the blobs that are wanted of them. */
import { type RawEntry, readRaw } from './diff-output.js';
import type { Git } from './git.js';

/** Their lists of files are in memory at one time. */
export const COMMITS_AT_ONCE = 200;

export const DIFF_TREE = [
  ...['diff-tree', '--stdin', '-r', '--root', '-M100%', '--no-ext-diff', '--no-textconv', '--no-color'],
] as const;

/** By commit. @param lines `commit parent`: a merge is compared with the parent that is named. @throws GitFailed */
export async function listFiles(git: Git, lines: readonly string[]): Promise<Map<string, RawEntry[]>> {
  const listing = git.start([...DIFF_TREE, '--raw', '-z', '--no-abbrev']);
  try {
    listing.write(`${lines.join('\n')}\n`);
    const entries = await readRaw(listing.reader());
    await listing.end();
    return entries;
  } finally {
    listing.stop('done');
  }
}

/** `commit parent` of each line of `rev-list --parents`, for `listFiles`: the first parent, as GitHub compares. */
export function firstParents(output: Buffer): string[] {
  const lines = output.toString('latin1').split('\n').filter(Boolean);
  return lines.map((line) => line.split(' ', 2).join(' '));
}

export const FETCH = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'] as const;

/** All at once, rather than one by one as git would where it lacks one. @throws GitFailed */
export async function fetchBlobs(git: Git, shas: readonly string[]): Promise<void> {
  if (shas.length === 0) return;
  await git.fetch([...FETCH, '--filter=blob:none', '--stdin', 'origin'], `${shas.join('\n')}\n`);
}

export function isSubmodule(mode: string): boolean {
  return mode === '160000';
}
