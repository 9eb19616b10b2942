/** Reads lines and exact lengths from a stream of bytes, holding no more than one of them. */

const NEWLINE = 0x0a;

export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end; undefined at the end of the stream. */
  async line(): Promise<Buffer | undefined> {
    return this.until(NEWLINE);
  }

  /** Everything up to the next `delimiter`, which is taken and left out; undefined at the end of the stream. */
  async until(delimiter: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (;;) {
      const end = this.#chunk.indexOf(delimiter);
      if (end >= 0) {
        const head = this.#chunk.subarray(0, end);
        this.#chunk = this.#chunk.subarray(end + 1);
        return parts.length === 0 ? head : Buffer.concat([...parts, head]);
      }
      if (this.#chunk.length > 0) parts.push(this.#chunk);
      if (!(await this.#next())) return parts.length === 0 ? undefined : Buffer.concat(parts);
    }
  }

  /** Exactly `length` bytes. @throws RangeError when the stream ends before. */
  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.#take(length, (part) => parts.push(part));
    return Buffer.concat(parts, length);
  }

  /** Drops exactly `length` bytes. @throws RangeError when the stream ends before. */
  async skip(length: number): Promise<void> {
    await this.#take(length, () => 0);
  }

  async #take(length: number, take: (part: Buffer) => number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#chunk.length === 0 && !(await this.#next())) throw new RangeError('The stream ended early');
      const part = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(part.length);
      left -= part.length;
      take(part);
    }
  }

  async #next(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    this.#chunk = done === true ? Buffer.alloc(0) : value;
    return done !== true;
  }
}
