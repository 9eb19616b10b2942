/** The tracked files of a working copy as they are on the disk now. Untracked files are not looked at: nobody else has them. */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';
import type { LocalGit } from '../../infra/scan/local-git.js';
import type { Tree, TreeEntry } from '../_source.js';
import { isReadable, kindOf, looksBinary, START } from './entry.js';

/** `mode sha stage`, a tab, and the path. */
const ENTRY = /^(?<mode>\d{6}) (?<sha>[0-9a-f]{40,64}) \d\t(?<path>.*)$/s;

/**
 * Lives for one run.
 * @param folder the root of the work tree
 * @param git in that folder
 */
export function treeOfWorkingCopy(folder: string, git: LocalGit): Tree {
  let listing: Promise<readonly TreeEntry[]> | null = null;
  const entries = () => {
    listing ??= readIndex(folder, git);
    return listing;
  };
  return {
    where: folder,
    list: async () => ({ entries: await entries(), isWhole: true }),
    async texts(paths) {
      const wanted = new Set(paths);
      const texts = new Map<string, string>();
      for (const entry of await entries()) {
        if (!wanted.has(entry.path) || !isReadable(entry)) continue;
        const bytes = await readFile(path.join(folder, entry.path));
        if (!looksBinary(bytes)) texts.set(entry.path, bytes.toString('utf8'));
      }
      return texts;
    },
    // What is on the disk has gone through the filters, so that files of git-crypt lie there in clear.
    async starts(paths) {
      const wanted = new Set(paths);
      const starts = new Map<string, Uint8Array>();
      for (const entry of await entries()) {
        if (!wanted.has(entry.path) || !isReadable(entry) || entry.blobSha === null) continue;
        starts.set(entry.path, (await git.run('cat-file', 'blob', entry.blobSha)).subarray(0, START));
      }
      return starts;
    },
  };
}

/** @throws LocalGitError where there is no repository. */
async function readIndex(folder: string, git: LocalGit): Promise<readonly TreeEntry[]> {
  const lines = (await git.run('ls-files', '--stage', '-z')).toString('utf8').split('\0');
  const entries = new Map<string, TreeEntry>();
  for (const line of lines) {
    const { mode = '', sha = null, path: name } = ENTRY.exec(line)?.groups ?? {};
    // A file with conflicts is in the index once for each side.
    if (name === undefined || entries.has(name)) continue;
    const entry = await onDisk(folder, { path: name, kind: kindOf(mode), size: 0, blobSha: sha });
    if (entry !== null) entries.set(name, entry);
  }
  return [...entries.values()];
}

/** Null when it was deleted in the working copy. */
async function onDisk(folder: string, entry: TreeEntry): Promise<TreeEntry | null> {
  if (entry.kind === 'submodule') return entry;
  try {
    const found = await lstat(path.join(folder, entry.path));
    if (found.isSymbolicLink()) return { ...entry, kind: 'symlink', size: found.size };
    return found.isFile()
      ? { ...entry, kind: entry.kind === 'executable' ? 'executable' : 'file', size: found.size }
      : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}
