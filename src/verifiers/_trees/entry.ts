/** What both kinds of trees know of an entry: git's modes, and what counts as a text. */
import type { TreeEntry } from '../_source.js';

/** Larger files are no configuration that somebody wrote. */
export const LONGEST_TEXT = 1024 * 1024;

/** Bytes that tell what wrote a file. */
export const START = 16;

/** Git looks as far to tell a text from a binary file. */
const LOOKED_AT = 8000;

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

export function kindOf(mode: string): TreeEntry['kind'] {
  return KINDS[mode] ?? 'file';
}

/** A symbolic link holds a path, not a text. */
export function isReadable({ kind, size }: Pick<TreeEntry, 'kind' | 'size'>): boolean {
  return (kind === 'file' || kind === 'executable') && size <= LONGEST_TEXT;
}

export function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LOOKED_AT).includes(0);
}
