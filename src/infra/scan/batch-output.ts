/** Reads what `git cat-file --batch` prints, in chunks as they come. */

export interface BatchReceiver {
  /** The answer to the next question, and who takes its content. */
  object(type: string, size: number): ContentReceiver;
  /** The repository lacks what was asked for. */
  missing(): void;
}

export interface ContentReceiver {
  /** Takes the next part, which is overwritten afterwards. */
  write(part: Buffer): void;
  end(): void;
}

const NEWLINE = 0x0a;
const HEAD = / (?<type>\w+) (?<size>\d+)$/;

/** Returns what takes the chunks, cut anywhere. */
export function batchOutput(receiver: BatchReceiver): (chunk: Buffer) => void {
  let head = '';
  let content: ContentReceiver | undefined;
  /** Bytes of the content that are still to come. */
  let left = 0;

  function takeHead(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(NEWLINE, from);
    head += chunk.toString('latin1', from, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    const { type, size } = HEAD.exec(head)?.groups ?? {};
    head = '';
    if (type === undefined || size === undefined) receiver.missing();
    else {
      left = Number(size);
      content = receiver.object(type, left);
    }
    return end + 1;
  }

  function takeContent(chunk: Buffer, from: number, into: ContentReceiver): number {
    const part = Math.min(left, chunk.length - from);
    if (part > 0) into.write(chunk.subarray(from, from + part));
    left -= part;
    if (from + part === chunk.length) return chunk.length;
    // A line break ends each content.
    content = undefined;
    into.end();
    return from + part + 1;
  }

  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      at = content === undefined ? takeHead(chunk, at) : takeContent(chunk, at, content);
    }
  };
}
