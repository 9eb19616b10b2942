/** The list of files at the head of the default branch, or of a working copy. */
import { defineSource, treeOf, type TreeEntry } from '../_source.js';

export interface Files {
  readonly entries: readonly TreeEntry[];
  /** False where GitHub cut a very large tree: what is not in it may be there all the same. */
  readonly isWhole: boolean;
}

export const tree = defineSource<Files>({
  name: 'the list of files',
  needs: { contents: 'read' },
  async read(origin) {
    const files = treeOf(origin);
    return { value: await files.list(), where: files.where };
  },
});
