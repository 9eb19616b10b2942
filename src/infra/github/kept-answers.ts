/** Answers of GitHub with their ETags, compressed and in memory only: they may hold what must not lie on a disk. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export interface KeptAnswer {
  readonly etag: string;
  readonly value: unknown;
  /** The address of the next page; "not modified" comes without it. */
  readonly next: string | null;
}

/** The answers to one client: another one may not be allowed to see them. */
export interface KeptBy {
  find(url: string): KeptAnswer | null;
  keep(url: string, answer: KeptAnswer): void;
}

/** Compressed bytes of all answers together: those of some thousand repositories, and GitHub forgets ETags sooner. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Characters of one answer: what is longer is asked for anew. */
const LONGEST = 4 * 1024 * 1024;

interface Entry {
  readonly etag: string;
  readonly next: string | null;
  readonly packed: Buffer;
}

/** The answers to all clients of one process, those that were not asked for longest forgotten first. */
export class KeptAnswers {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(readonly mostBytes = MOST_BYTES) {}

  of(owner: number | 'self'): KeptBy {
    const keyOf = (url: string) => `${owner} ${url}`;
    return {
      find: (url) => this.#find(keyOf(url)),
      keep: (url, answer) => this.#keep(keyOf(url), answer),
    };
  }

  #find(key: string): KeptAnswer | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const { etag, next, packed } = entry;
    return { etag, next, value: JSON.parse(inflateRawSync(packed).toString('utf8')) };
  }

  #keep(key: string, { etag, next, value }: KeptAnswer): void {
    this.#forget(key);
    const text = JSON.stringify(value);
    if (text.length > LONGEST) return;
    const packed = deflateRawSync(text);
    this.#entries.set(key, { etag, next, packed });
    this.#bytes += packed.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#entries.get(key)?.packed.length ?? 0;
    this.#entries.delete(key);
  }
}
