/** The files at the head of a branch over GitHub's API: one request for the list, and one for up to 50 texts. */
import { setImmediate as soon } from 'node:timers/promises';
import { z } from 'zod';
import type { RepoRef } from '../../core/repo-ref.js';
import { Conflict, Forbidden, NotFound, Unexpected } from '../../infra/github/errors.js';
import type { Reader } from '../../infra/github/reader.js';
import { Hidden, type Tree, type TreeEntry } from '../_source.js';
import { isReadable, kindOf, looksBinary, START } from './entry.js';

/** Of one query: more take GitHub longer than it gives a query. */
const MOST_TEXTS = 50;
const MOST_BYTES = 4 * 1024 * 1024;
/** Each is a request. */
const MOST_STARTS = 10;

export interface Head {
  readonly repository: RepoRef;
  readonly branch: string;
  /** Address at which people see the files. */
  readonly url: string;
}

/** Lives for one run: what was read once is not read again. */
export function treeOverApi(reader: Reader, { repository, branch, url }: Head): Tree {
  let listing: ReturnType<Tree['list']> | null = null;
  const known = new Map<string, Promise<string | null>>();
  const inOneGo = collecting((blobs) => readTexts(reader, repository, blobs));

  const list = () => {
    listing ??= readList(reader, repository, branch);
    return listing;
  };
  return {
    where: url,
    list,
    async texts(paths) {
      const wanted = new Set(paths);
      const texts = new Map<string, string>();
      const files = (await list()).entries.filter((entry) => wanted.has(entry.path) && isReadable(entry));
      for (const { blobSha, size } of files) {
        if (blobSha !== null && !known.has(blobSha)) known.set(blobSha, inOneGo({ sha: blobSha, size }));
      }
      for (const { path, blobSha } of files) {
        const text = await (known.get(blobSha ?? '') ?? null);
        if (text !== null) texts.set(path, text);
      }
      return texts;
    },
    async starts(paths) {
      const wanted = new Set(paths.slice(0, MOST_STARTS));
      const starts = new Map<string, Uint8Array>();
      for (const entry of (await list()).entries) {
        if (!wanted.has(entry.path) || !isReadable(entry) || entry.blobSha === null) continue;
        const bytes = await readBlob(reader, repository, entry.blobSha);
        if (bytes !== null) starts.set(entry.path, bytes.subarray(0, START));
      }
      return starts;
    },
  };
}

const answer = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string().nullish(),
      size: z.number().optional(),
    }),
  ),
  truncated: z.boolean().default(false),
});

/** @throws Hidden when there is no commit yet. */
async function readList(reader: Reader, { owner, name: repo }: RepoRef, branch: string): ReturnType<Tree['list']> {
  const route = '/repos/{owner}/{repo}/git/trees/{tree_sha}';
  const { value } = await reader.get(route, { owner, repo, tree_sha: branch, recursive: 1 }).catch((error: unknown) => {
    // 409 is GitHub's word for a repository without commits.
    if (error instanceof Conflict) return { value: null };
    throw error;
  });
  if (value === null) throw new Hidden('there are no files to look at: the repository is empty');
  const { tree, truncated } = answer.parse(value);
  const entries = tree.flatMap(({ path, mode, type, sha, size = 0 }): TreeEntry[] =>
    type === 'tree' ? [] : [{ path, kind: kindOf(mode), size, blobSha: sha ?? null }],
  );
  return { entries, isWhole: !truncated };
}

interface Blob {
  readonly sha: string;
  readonly size: number;
}

type Texts = ReadonlyMap<string, string | null>;

/** Sources ask at the same time: what is wanted before the next turn of the event loop is read together. */
function collecting(read: (blobs: readonly Blob[]) => Promise<Texts>): (blob: Blob) => Promise<string | null> {
  let waiting: Blob[] = [];
  let reading: Promise<Texts> | null = null;
  return async (blob) => {
    waiting.push(blob);
    reading ??= soon().then(() => {
      const blobs = waiting;
      [waiting, reading] = [[], null];
      return read(blobs);
    });
    return (await reading).get(blob.sha) ?? null;
  };
}

async function readTexts(reader: Reader, repository: RepoRef, blobs: readonly Blob[]): Promise<Texts> {
  const texts = new Map<string, string | null>();
  for (const some of portions(blobs)) {
    const answered = await queryTexts(reader, repository, some);
    const rest = some.filter(({ sha }) => !answered.has(sha));
    for (const [sha, text] of answered) texts.set(sha, text);
    await Promise.all(rest.map(async ({ sha }) => texts.set(sha, await readText(reader, repository, sha))));
  }
  return texts;
}

function* portions(blobs: readonly Blob[]): Generator<readonly Blob[]> {
  let some: Blob[] = [];
  let bytes = 0;
  for (const blob of blobs) {
    if (some.length === MOST_TEXTS || (some.length > 0 && bytes + blob.size > MOST_BYTES)) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(blob);
    bytes += blob.size;
  }
  if (some.length > 0) yield some;
}

const found = z.object({ repository: z.record(z.string(), z.unknown()) });
const blobText = z.object({ text: z.string().nullable(), isBinary: z.boolean().nullable(), isTruncated: z.boolean() });

/** Null for what is no text; left out is what GraphQL does not tell whole, or at all. */
async function queryTexts(reader: Reader, { owner, name }: RepoRef, blobs: readonly Blob[]): Promise<Texts> {
  const declared = blobs.map((_, at) => `$b${at}: GitObjectID!`).join(', ');
  const fields = blobs.map((_, at) => `b${at}: object(oid: $b${at}) { ... on Blob { text isBinary isTruncated } }`);
  const query = `query($owner: String!, $name: String!, ${declared}) {
    repository(owner: $owner, name: $name) { ${fields.join('\n')} }
  }`;
  const oids = Object.fromEntries(blobs.map(({ sha }, at) => [`b${at}`, sha]));
  const texts = new Map<string, string | null>();
  const given = found.safeParse(await reader.graphql(query, { owner, name, ...oids }).catch(orNothing));
  if (!given.success) return texts;
  for (const [at, { sha }] of blobs.entries()) {
    const blob = blobText.safeParse(given.data.repository[`b${at}`]);
    if (!blob.success || blob.data.isTruncated) continue;
    if (blob.data.text !== null) texts.set(sha, blob.data.text);
    else if (blob.data.isBinary === true) texts.set(sha, null);
  }
  return texts;
}

/** Some tokens and servers answer no GraphQL; limits and outages hold for the blobs as well. */
function orNothing(error: unknown): null {
  if (error instanceof Forbidden || error instanceof NotFound || error instanceof Unexpected) return null;
  throw error;
}

const blobContent = z.object({ content: z.string(), encoding: z.literal('base64') });

async function readText(reader: Reader, repository: RepoRef, sha: string): Promise<string | null> {
  const bytes = await readBlob(reader, repository, sha);
  return bytes === null || looksBinary(bytes) ? null : bytes.toString('utf8');
}

async function readBlob(reader: Reader, { owner, name: repo }: RepoRef, sha: string): Promise<Buffer | null> {
  const route = '/repos/{owner}/{repo}/git/blobs/{file_sha}';
  const { value } = await reader.get(route, { owner, repo, file_sha: sha });
  if (value === null) return null;
  return Buffer.from(blobContent.parse(value).content, 'base64');
}
