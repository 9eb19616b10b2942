/** Scans a slice of a repository's blobs in the thread that reads them: git hands them out here, and they travel nowhere. */
import type { Engine } from '../../domain/scanner/match.js';
import { scanVersion } from '../../domain/scanner/scan-version.js';
import { createStreamScanner } from '../../domain/scanner/stream-scanner.js';
import type { ContentReceiver } from './batch-output.js';
import type { Repository } from './local-git.js';
import { type ObjectReader, objectReader } from './object-reader.js';
import { type Answer, answering } from './scan-input.js';
import { versionCache } from './version-cache.js';

export interface WantedBlob {
  readonly sha: string;
  readonly path: string;
}

export interface Slice {
  readonly repository: Repository;
  readonly blobs: readonly WantedBlob[];
}

/** null for what is no blob: a submodule's commit. */
export type BlobAnswer = Answer | null;

/** A larger blob is scanned as it is read, so that memory does not grow with it. */
const HELD_BYTES = 4 * 1024 * 1024;

/** Scans slices one after the other. @throws LocalGitError */
export function sliceScanner(engine: Engine, key: Uint8Array): (slice: Slice) => Promise<BlobAnswer[]> {
  const versions = versionCache();

  let opened: { readonly of: string; readonly reader: ObjectReader } | undefined;

  /** The one of the last slice, whose repository mostly is the same. */
  function readerOf(repository: Repository): ObjectReader {
    const name = JSON.stringify(repository);
    if (opened?.of !== name) {
      opened?.reader.stop();
      opened = { of: name, reader: objectReader(repository) };
    }
    return opened.reader;
  }

  function held(size: number, path: string, answer: (answer: Answer) => void): ContentReceiver {
    const bytes = versions.room(size);
    let filled = 0;
    return {
      write: (part) => {
        bytes.set(part, filled);
        filled += part.length;
      },
      end: () =>
        answer(
          answering(() => {
            const { scan, isPlain } = scanVersion(engine, bytes, key, path, versions.before(path));
            versions.keep(path, bytes, isPlain);
            return { bytes: size, scan };
          }),
        ),
    };
  }

  function streamed(size: number, path: string, answer: (answer: Answer) => void): ContentReceiver {
    const scanner = createStreamScanner(engine, key, { path });
    return {
      write: (part) => scanner.push(part),
      end: () => answer(answering(() => ({ bytes: size, scan: scanner.end() }))),
    };
  }

  async function scanSlice({ repository, blobs }: Slice): Promise<BlobAnswer[]> {
    const answers: BlobAnswer[] = [];
    const take = (answer: BlobAnswer): void => void answers.push(answer);
    await readerOf(repository).read(
      blobs.map(({ sha }) => sha),
      {
        object: (type, size) => {
          if (type !== 'blob') return { write: () => undefined, end: () => take(null) };
          const path = blobs[answers.length]?.path ?? '';
          return size > HELD_BYTES ? streamed(size, path, take) : held(size, path, take);
        },
        missing: () => take({ failure: 'the repository lacks this file’s content' }),
      },
    );
    while (answers.length < blobs.length) take({ failure: 'git ended before it gave this file’s content' });
    return answers;
  }

  // Two at once would write over each other's contents in the one ring.
  let last: Promise<unknown> = Promise.resolve();
  return (slice) => {
    const answers = last.then(() => scanSlice(slice));
    last = answers.catch(() => undefined);
    return answers;
  };
}
