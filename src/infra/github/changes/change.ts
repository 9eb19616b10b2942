/** What a push changed, told file by file, so that memory stays bounded and nothing goes missing unnoticed. */

export type Content =
  /** Unified hunks, beginning with `@@`, without a file header. */
  | { readonly kind: 'patch'; readonly text: string }
  /** The whole file as it is after the commit: all of it is new, or its patch is not to be had. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Nothing was added, or nothing that these rules have not looked at whole and found clean. */
  | { readonly kind: 'nothing'; readonly reason: 'removed' | 'moved' | 'mode only' | 'submodule' | 'looked at before' }
  /** It could not be looked at, so no verdict may be given as if it had been. */
  | { readonly kind: 'unseen'; readonly reason: string };

/** A blob under a path. */
export interface BlobAt {
  readonly sha: string;
  readonly path: string;
}

/** Tells which of `blobs` these rules looked at whole before and found clean: they are not read again. */
export type Remember = (blobs: readonly BlobAt[]) => Promise<(blob: BlobAt) => boolean>;

export interface FileChange {
  readonly kind: 'file';
  readonly commit: string;
  readonly path: string;
  readonly blobSha: string | null;
  readonly content: Content;
}

/** Comes after the files of the commit; a merge is told against its first parent. */
export interface CommitEnd {
  readonly kind: 'commit';
  readonly sha: string;
  readonly files: number;
}

export type Change = FileChange | CommitEnd;

export interface Unseen {
  readonly commit: string;
  readonly path: string;
  readonly reason: string;
}

/** Counts while a push is read. Ask for `result` only after the last change; a reading that threw is no result. */
export class Tally {
  #commits = 0;
  #files = 0;
  readonly #unseen: Unseen[] = [];

  add(change: Change): void {
    if (change.kind === 'commit') {
      this.#commits++;
      return;
    }
    this.#files++;
    const { commit, path, content } = change;
    if (content.kind === 'unseen') this.#unseen.push({ commit, path, reason: content.reason });
  }

  result(): { commits: number; files: number; unseen: readonly Unseen[]; complete: boolean } {
    return {
      commits: this.#commits,
      files: this.#files,
      unseen: [...this.#unseen],
      complete: this.#unseen.length === 0,
    };
  }
}
