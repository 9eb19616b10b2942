/** Scans blobs of a repository, each once: the threads read them on their own, from both ends of the list towards its middle. */
import type { LocalGit } from './local-git.js';
import type { ScanOutcome, ScanPool } from './scan-pool.js';
import type { WantedBlob } from './slice-scan.js';

export type { WantedBlob };

/** Blobs whose order is kept while they are scanned: what is held of a longer list is bounded. */
const WINDOW = 16 * 1024;

/**
 * Scans the blobs and gives the outcomes in their order; what is no blob, a submodule's commit, is left out.
 * @param wanted neighbours mostly belong together: versions of one file, or one commit's files.
 * @throws LocalGitError
 */
export async function* scanBlobs<B extends WantedBlob>(
  wanted: AsyncIterable<readonly B[]> | Iterable<readonly B[]>,
  { git, pool }: { readonly git: LocalGit; readonly pool: ScanPool },
): AsyncGenerator<ScanOutcome<B>> {
  for await (const window of oneAhead(windowsOf(wanted))) yield* pool.scanBlobs(git.repository, window);
}

/** The next one is on its way while somebody is busy with the last one. */
async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let coming = items.next();
    for (let item = await coming; item.done !== true; item = await coming) {
      coming = items.next();
      // Whoever takes it is told; until then it is nobody's error.
      coming.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}

async function* windowsOf<B>(lists: AsyncIterable<readonly B[]> | Iterable<readonly B[]>): AsyncGenerator<B[]> {
  let window: B[] = [];
  for await (const list of lists) {
    for (const blob of list) window.push(blob);
    if (window.length < WINDOW) continue;
    yield window;
    window = [];
  }
  if (window.length > 0) yield window;
}
