/** Reads objects through one `git cat-file --batch` per repository that stays open: starting a process for every look costs more than the look. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import path from 'node:path';
import { gitEnvironment } from './run.js';

export interface GitObject {
  readonly sha: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Readers kept open at a time, each a process of a few megabytes. */
const MOST_OPEN = 16;
const FOUND = /^(?<sha>[0-9a-f]{40}) (?<type>[a-z]+) (?<size>\d+)$/;

/** By repository, the one that was asked last at the end. */
const open = new Map<string, ObjectReader>();

/**
 * The object that a name of `git rev-parse` stands for, null when there is none or several.
 * @throws Error when git ends before it has answered.
 */
export async function readObject(gitDir: string, name: string): Promise<GitObject | null> {
  if (/[\n\0]/.test(name)) return null;
  const reader = open.get(gitDir) ?? new ObjectReader(gitDir);
  open.delete(gitDir);
  open.set(gitDir, reader);
  const [oldest] = open.keys();
  if (open.size > MOST_OPEN && oldest !== undefined) void close(oldest);
  try {
    return await reader.read(name);
  } catch (error) {
    if (open.get(gitDir) === reader) open.delete(gitDir);
    throw error;
  }
}

/** Ends the readers of all repositories below `folder`, so that it can be removed. */
export async function closeReaders(folder: string): Promise<void> {
  await Promise.all([...open.keys()].filter((gitDir) => gitDir.startsWith(folder + path.sep)).map(close));
}

async function close(gitDir: string): Promise<void> {
  const reader = open.get(gitDir);
  open.delete(gitDir);
  await reader?.close();
}

class ObjectReader {
  readonly #git: ChildProcessWithoutNullStreams;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #ended: Promise<unknown>;
  #seen: Buffer = Buffer.alloc(0);
  /** Git answers in order, so one question at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(gitDir: string) {
    this.#git = spawn('git', ['cat-file', '--batch'], { env: gitEnvironment({ GIT_DIR: gitDir }) });
    this.#chunks = this.#git.stdout.iterator() as AsyncIterator<Buffer>;
    this.#git.stderr.resume();
    // What went wrong shows as an answer that does not come.
    this.#git.stdin.on('error', () => this.#git.kill());
    this.#ended = new Promise<void>((resolve) => {
      this.#git.on('error', () => resolve());
      // Not `close`: it waits for the end of an output that nobody reads any more.
      this.#git.on('exit', () => resolve());
    });
    // A reader that nobody waits for ends with this process, and does not keep it alive.
    this.#git.unref();
    for (const stream of [this.#git.stdin, this.#git.stdout, this.#git.stderr]) (stream as Socket).unref();
  }

  read(name: string): Promise<GitObject | null> {
    const answer = this.#last.then(() => {
      this.#git.ref();
      return this.#ask(name).finally(() => this.#git.unref());
    });
    // Whoever asked hears of a failure; the next one only waits for its end.
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.#last;
    this.#git.ref();
    this.#git.stdin.end();
    await this.#ended;
  }

  async #ask(name: string): Promise<GitObject | null> {
    this.#git.stdin.write(`${name}\n`);
    const head = (await this.#line()).toString('utf8');
    const { sha, type, size } = FOUND.exec(head)?.groups ?? {};
    if (sha === undefined || type === undefined) return null;
    const content = await this.#take(Number(size));
    await this.#take(1);
    return { sha, type, content };
  }

  async #line(): Promise<Buffer> {
    for (;;) {
      const end = this.#seen.indexOf('\n');
      if (end >= 0) return (await this.#take(end + 1)).subarray(0, -1);
      this.#seen = Buffer.concat([this.#seen, await this.#more()]);
    }
  }

  async #take(bytes: number): Promise<Buffer> {
    const chunks: Buffer[] = [this.#seen];
    for (let length = this.#seen.length; length < bytes; length += chunks.at(-1)?.length ?? 0) {
      chunks.push(await this.#more());
    }
    const seen = Buffer.concat(chunks);
    this.#seen = seen.subarray(bytes);
    return seen.subarray(0, bytes);
  }

  async #more(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done === true) throw new Error('git cat-file ended without an answer');
    return value;
  }
}
