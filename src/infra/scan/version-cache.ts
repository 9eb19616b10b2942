/** The last version of each file that was scanned, as many as there is room for: the next one mostly differs in a few lines. */

/** Of the two caches of a scan. Histories change a few files at a time: those that do not fit are scanned whole. */
const CACHE_BYTES = 16 * 1024 * 1024;

export interface VersionCache {
  /** Room for a content that comes next; takes the place of the oldest. */
  room(size: number): Buffer;
  /** The last version under a path: null where it was not plain, undefined where it is not kept. */
  before(path: string): Buffer | null | undefined;
  /** Keeps what was written to the room given last. */
  keep(path: string, content: Buffer, isPlain: boolean): void;
}

interface Kept {
  readonly start: number;
  readonly end: number;
  readonly isPlain: boolean;
}

/** Contents lie in one ring of memory, one behind the other, so that nothing is allocated for each. */
export function versionCache(bytes = CACHE_BYTES): VersionCache {
  const ring = Buffer.allocUnsafeSlow(bytes);
  /** In the order in which they were written. */
  const kept = new Map<string, Kept>();
  let head = 0;

  /** The oldest ones are those right ahead. */
  function forget(from: number, to: number): void {
    for (const [path, { start, end }] of kept) {
      if (end <= from || start >= to) break;
      kept.delete(path);
    }
  }

  return {
    room: (size) => {
      if (size > bytes) throw new RangeError('A content has to fit into the cache');
      if (head + size > bytes) {
        forget(head, bytes);
        head = 0;
      }
      forget(head, head + size);
      head += size;
      return ring.subarray(head - size, head);
    },
    before: (path) => {
      const found = kept.get(path);
      if (found === undefined) return undefined;
      return found.isPlain ? ring.subarray(found.start, found.end) : null;
    },
    keep: (path, content, isPlain) => {
      kept.delete(path);
      if (content.length === 0) return;
      const start = content.byteOffset - ring.byteOffset;
      kept.set(path, { start, end: start + content.length, isPlain });
    },
  };
}
