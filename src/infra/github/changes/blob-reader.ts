/** Reads blobs of a copy, one after the other, through one `git cat-file --batch`. */
import { GitFailed } from '../errors.js';
import type { ByteReader } from './byte-reader.js';
import type { Content } from './change.js';
import type { Running } from './git.js';

/** Past this a blob is stated as unseen; GitHub itself refuses larger ones. */
export const LARGEST_BLOB = 100 * 1024 * 1024;

export class BlobReader {
  readonly #running: Running;
  readonly #reader: ByteReader;

  /** @param running `git cat-file --batch`; its end is the caller's business */
  constructor(running: Running) {
    this.#running = running;
    this.#reader = running.reader();
  }

  /** @throws GitFailed when the copy does not have it */
  async read(sha: string): Promise<Content> {
    this.#running.ask(`${sha}\n`);
    const answer = (await this.#reader.line())?.toString('latin1') ?? '';
    const [, type, length] = answer.split(' ');
    if (type !== 'blob') {
      if (answer === '') await this.#running.end();
      throw new GitFailed('cat-file', 'missing', 'a blob did not come with the fetch');
    }
    const size = Number(length);
    if (size > LARGEST_BLOB) {
      await this.#reader.skip(size + 1);
      return { kind: 'unseen', reason: `larger than ${LARGEST_BLOB / 1024 ** 2} MiB` };
    }
    const bytes = await this.#reader.exactly(size);
    await this.#reader.skip(1);
    return { kind: 'bytes', bytes };
  }
}
