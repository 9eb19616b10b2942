/** Commits and blobs through Octokit; a blob's bytes are streamed and never parsed. */
import type { CommitFile, Commits, RepoName } from '../gateway.js';
import { classify } from '../classify.js';
import { TooLarge } from '../errors.js';
import type { Clock } from '../../../core/clock.js';
import type { Octokit } from '../octokit.js';
import { toCommit, toCommitFile } from './convert.js';

const BLOB = '/repos/{owner}/{repo}/git/blobs/{file_sha}';

export function createCommits(octokit: Octokit, clock: Clock): Commits {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async get(repo, ref, { filePages = 10 } = {}) {
      const files: CommitFile[] = [];
      for (let page = 1; ; page++) {
        const { data, headers } = await octokit.rest.repos.getCommit({
          ...at(repo),
          ref,
          ...(page > 1 ? { page } : {}),
        });
        files.push(...(data.files ?? []).map(toCommitFile));
        const hasNext = /rel="next"/.test(headers.link ?? '');
        if (!hasNext || page === filePages) {
          // GitHub stops at 3,000 files without a word, so a full list is not trusted.
          return { ...toCommit(data), files, hasAllFiles: !hasNext && files.length < 3000 };
        }
      }
    },
    async compare(repo, base, head) {
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...at(repo),
        basehead: `${base}...${head}`,
        per_page: 1,
        page: 2, // Only the first page carries the files, which nobody here reads.
      });
      return {
        mergeBase: data.merge_base_commit.sha,
        status: data.status,
        aheadBy: data.ahead_by,
        behindBy: data.behind_by,
      };
    },
    async *between(repo, base, head) {
      const seen = new Set<string>();
      for (let page = 1; ; page++) {
        const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
          ...at(repo),
          basehead: `${base}...${head}`,
          per_page: 100,
          page,
        });
        const fresh = data.commits.filter(({ sha }) => !seen.has(sha));
        for (const { sha } of fresh) seen.add(sha);
        yield* fresh.map(toCommit);
        if (fresh.length === 0 || seen.size >= data.total_commits) return;
      }
    },
    async *reachable(repo, head) {
      const pages = octokit.paginate.iterator(octokit.rest.repos.listCommits, {
        ...at(repo),
        sha: head,
        per_page: 100,
      });
      for await (const { data } of pages) yield* data.map(toCommit);
    },
    async blob(repo, sha, maxBytes) {
      const { data } = await octokit.request(`GET ${BLOB}`, {
        ...at(repo),
        file_sha: sha,
        headers: { accept: 'application/vnd.github.raw+json' },
        request: { parseSuccessResponseBody: false },
      });
      const call = { method: 'GET', route: BLOB };
      try {
        return await readUpTo(data as unknown, maxBytes, () => new TooLarge(`over ${maxBytes} bytes`, call));
      } catch (error) {
        throw classify(error, call, clock.now());
      }
    },
  };
}

async function readUpTo(body: unknown, maxBytes: number, tooLarge: () => Error): Promise<Uint8Array> {
  if (!(body instanceof ReadableStream)) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
