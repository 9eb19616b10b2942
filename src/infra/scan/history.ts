/** The history of a repository, blob by blob: each content once, however many commits hold it. */
import { ByteReader } from '../github/changes/byte-reader.js';
import type { WantedBlob } from './slice-scan.js';
import type { LocalGit } from './local-git.js';

/** All that a repository keeps, or what a range such as `main..HEAD` brings. */
export type Revisions = { readonly range: string } | 'everything';

export interface Introduction {
  readonly commit: string;
  readonly path: string;
}

/**
 * True when the clone was cut off within `revisions`: older commits of theirs are not here to be looked at. In a shallow clone
 * a commit without parents is taken for such a cut.
 * @throws LocalGitError also for a range that names nothing
 */
export async function isCutOff(git: LocalGit, revisions: Revisions): Promise<boolean> {
  const shallow = (await git.run('rev-parse', '--is-shallow-repository')).toString('latin1').trim();
  if (shallow !== 'true') return false;
  return (await git.run('rev-list', '--max-parents=0', '--max-count=1', ...argumentsOf(revisions))).length > 0;
}

function argumentsOf(revisions: Revisions): string[] {
  // HEAD may be no branch's, and is nothing before the first commit.
  return revisions === 'everything'
    ? ['--ignore-missing', '--all', 'HEAD', '--']
    : ['--end-of-options', revisions.range, '--'];
}

/**
 * The unique blobs, those of the newest commits first, each with one of its paths, as many at a time as come together. A blob
 * that the repository lacks is named too: reading it will fail. Needs git 2.32. @throws LocalGitError also for a range that
 * names nothing
 */
export async function* blobsOf(git: LocalGit, revisions: Revisions): AsyncGenerator<WantedBlob[]> {
  const filter = ['--filter=object:type=blob', '--filter-provided-objects', '--missing=print'];
  const listing = git.start('rev-list', '--objects', ...filter, ...argumentsOf(revisions));
  listing.input.end();
  try {
    let cut = Buffer.alloc(0);
    for await (const chunk of listing.output) {
      const all = Buffer.concat([cut, chunk as Buffer]);
      const end = all.lastIndexOf(NEWLINE) + 1;
      cut = all.subarray(end);
      if (end > 0)
        yield all
          .toString('utf8', 0, end - 1)
          .split('\n')
          .map(blobOf);
    }
    await listing.end();
  } finally {
    listing.stop();
  }
}

const NEWLINE = 0x0a;

/** A line is `sha path`, `?sha path` where the blob is missing, and a sha alone where it has no path. */
function blobOf(line: string): WantedBlob {
  const [, sha = '', path = ''] = /^\??([0-9a-f]+) ?(.*)$/s.exec(line) ?? [];
  return { sha, path };
}

/** Blobs named on one command line. */
const AT_ONCE = 500;

const RAW = /^:\d+ \d+ [0-9a-f]+ (?<sha>[0-9a-f]+) [A-Z]\d*$/;
const COMMIT = /^[0-9a-f]{40,64}$/;

/** The first commit that brought each blob, and under which name; one way through the history for every 500. @throws LocalGitError */
export async function introductionsOf(
  git: LocalGit,
  revisions: Revisions,
  shas: readonly string[],
): Promise<Map<string, Introduction>> {
  const found = new Map<string, Introduction>();
  for (let from = 0; from < shas.length; from += AT_ONCE) {
    const some = shas.slice(from, from + AT_ONCE);
    await findIn(git, revisions, some, found);
  }
  return found;
}

async function findIn(
  git: LocalGit,
  revisions: Revisions,
  shas: readonly string[],
  found: Map<string, Introduction>,
): Promise<void> {
  const format = [
    '--raw',
    '-r',
    '--diff-merges=separate',
    '--root',
    '--no-renames',
    '--no-abbrev',
    '-z',
    '--format=%H',
    '--topo-order',
  ];
  const wanted = new Set(shas);
  const logging = git.start('log', ...format, ...shas.map((sha) => `--find-object=${sha}`), ...argumentsOf(revisions));
  logging.input.end();
  try {
    const reader = new ByteReader(logging.output);
    let commit = '';
    for (let token = await reader.until(0); token !== undefined; token = await reader.until(0)) {
      const text = token.toString('utf8').trimStart();
      if (COMMIT.test(text)) commit = text;
      const sha = RAW.exec(text)?.groups?.sha;
      if (sha === undefined) continue;
      const path = (await reader.until(0))?.toString('utf8') ?? '';
      // Newest first: the last one stands.
      if (wanted.has(sha)) found.set(sha, { commit, path });
    }
    await logging.end();
  } finally {
    logging.stop();
  }
}
