/** Reads blobs out of a repository, each once, through one `git cat-file --batch`. */
import type { Engine } from '../../domain/scanner/match.js';
import { createStreamScanner } from '../../domain/scanner/stream-scanner.js';
import { ByteReader } from '../github/changes/byte-reader.js';
import type { LocalGit } from './local-git.js';
import type { ScanOutcome, ScanPool } from './scan-pool.js';

export interface WantedBlob {
  readonly sha: string;
  readonly path: string;
}

type WithBytes<B extends WantedBlob> = B & { readonly bytes: Uint8Array };
type BlobOutcome<B extends WantedBlob> = ScanOutcome<WithBytes<B>>;

/** A larger blob is scanned as it is read, so that memory does not grow with it. */
const HELD_BYTES = 4 * 1024 * 1024;
const PART_BYTES = 256 * 1024;

/**
 * Blobs that are asked for at once, before the answers to as many others are read. With `--buffer` git keeps the last answers to
 * itself, as many as its buffer holds (4 to 64 KiB); the 100 KiB of these push those before them out.
 */
const ASKED_AHEAD = 2048;

export interface BlobScanOptions {
  readonly git: LocalGit;
  readonly pool: ScanPool;
  /** For large blobs, made when the first one comes. */
  readonly engine: () => Promise<Engine>;
  readonly key: Uint8Array;
}

/** Scans the blobs in the order given; what is no blob, a submodule's commit, is left out. @throws LocalGitError */
export async function* scanBlobs<B extends WantedBlob>(
  wanted: AsyncIterable<B> | Iterable<B>,
  { git, pool, engine, key }: BlobScanOptions,
): AsyncGenerator<BlobOutcome<B>> {
  const catting = git.start('cat-file', '--batch', '--buffer');
  const large: BlobOutcome<B>[] = [];
  try {
    const reader = new ByteReader(catting.output);
    const scanLarge = async (blob: B, size: number): Promise<BlobOutcome<B>> => {
      const scanner = createStreamScanner(await engine(), key, { path: blob.path });
      for (let left = size; left > 0; left -= PART_BYTES)
        scanner.push(await reader.exactly(Math.min(left, PART_BYTES)));
      return { input: { ...blob, bytes: NOTHING }, bytes: size, scan: scanner.end() };
    };
    const inputs = async function* (): AsyncGenerator<WithBytes<B>> {
      for await (const blob of asked(wanted, catting.input)) {
        const answer = (await reader.line())?.toString('latin1') ?? '';
        if (answer === '') await catting.end();
        const [, type, length] = / (\w+)(?: (\d+))?$/.exec(answer) ?? [];
        if (length === undefined) {
          large.push({
            input: { ...blob, bytes: NOTHING },
            error: new Error('the repository lacks this file’s content'),
          });
          continue;
        }
        const size = Number(length);
        if (type !== 'blob') await reader.skip(size);
        else if (size > HELD_BYTES) large.push(await scanLarge(blob, size));
        else yield { ...blob, bytes: await reader.exactly(size) };
        await reader.skip(1);
      }
    };
    for await (const outcome of pool.scanAll(inputs())) {
      yield* large.splice(0);
      yield outcome;
    }
    yield* large;
  } finally {
    catting.stop();
  }
}

const NOTHING = new Uint8Array();

/** Asks for blobs some way ahead of their being read, so that neither side waits for the other. */
async function* asked<B extends WantedBlob>(
  wanted: AsyncIterable<B> | Iterable<B>,
  input: NodeJS.WritableStream,
): AsyncGenerator<B> {
  let ahead: B[] = [];
  let before: B[] = [];
  const ask = (): void => {
    input.write(ahead.map(({ sha }) => `${sha}\n`).join(''));
  };
  for await (const blob of wanted) {
    ahead.push(blob);
    if (ahead.length < ASKED_AHEAD) continue;
    ask();
    yield* before;
    [before, ahead] = [ahead, []];
  }
  ask();
  input.end();
  yield* before;
  yield* ahead;
}
