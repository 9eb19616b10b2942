/** Repositories, their files and pull requests through Octokit. */
import type { Pulls, RepoName, Repositories } from '../gateway.js';
import { Conflict, NotFound, NotModified, TooLarge } from '../errors.js';
import type { Octokit } from '../octokit.js';
import { cursorAfter, hasNext } from './links.js';
import { toActivity, toPullRequest, toRepository } from './convert.js';

const LEVELS = ['admin', 'write', 'read'] as const;

export function createRepositories(octokit: Octokit): Repositories {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async get(repo) {
      const { data } = await octokit.rest.repos.get(at(repo));
      return toRepository(data);
    },
    async permission(repo, login) {
      try {
        const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...at(repo), username: login });
        const level = LEVELS.find((known) => known === data.permission) ?? 'none';
        return { level, role: data.role_name };
      } catch (error) {
        if (error instanceof NotFound) return { level: 'none', role: 'none' };
        throw error;
      }
    },
    async *list() {
      const pages = octokit.paginate.iterator(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
      for await (const { data } of pages) yield* data.map(toRepository);
    },
    async page(page) {
      const { data, headers } = await octokit.rest.apps.listReposAccessibleToInstallation({ per_page: 100, page });
      return { repositories: data.repositories.map(toRepository), next: hasNext(headers.link) ? page + 1 : null };
    },
    async activity(repo, cursor) {
      const { data, headers } = await octokit.rest.repos.listActivities({
        ...at(repo),
        per_page: 100,
        ...(cursor === null ? {} : { after: cursor }),
      });
      return { entries: data.map(toActivity), next: cursorAfter(headers.link, 'after') };
    },
    async headOf(repo, branch) {
      try {
        const { data } = await octokit.rest.git.getRef({ ...at(repo), ref: `heads/${branch}` });
        return data.object.sha;
      } catch (error) {
        if (error instanceof NotFound || error instanceof Conflict) return null;
        throw error;
      }
    },
    async file(repo, path, ref) {
      try {
        const { data } = await octokit.rest.repos.getContent({
          ...at(repo),
          path,
          ...(ref === undefined ? {} : { ref }),
        });
        if (Array.isArray(data) || data.type !== 'file') return null;
        if (!('encoding' in data) || data.encoding !== 'base64') {
          throw new TooLarge('over 1 MB', { method: 'GET', route: '/repos/{owner}/{repo}/contents/{path}' });
        }
        return { path, sha: data.sha, text: Buffer.from(data.content, 'base64').toString('utf8') };
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
  };
}

export function createPulls(octokit: Octokit): Pulls {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async get(repo, number) {
      const { data } = await octokit.rest.pulls.get({ ...at(repo), pull_number: number });
      return toPullRequest(data);
    },
    async *listOpen(repo, { base } = {}) {
      const pages = octokit.paginate.iterator(octokit.rest.pulls.list, {
        ...at(repo),
        state: 'open',
        sort: 'created',
        direction: 'desc',
        per_page: 100,
        ...(base === undefined ? {} : { base }),
      });
      for await (const { data } of pages) yield* data.map(toPullRequest);
    },
    async openPage(repo, page, etag) {
      try {
        const { data, headers } = await octokit.rest.pulls.list({
          ...at(repo),
          ...{ state: 'open', sort: 'updated', direction: 'desc', per_page: 100, page },
          ...(etag === null ? {} : { headers: { 'if-none-match': etag } }),
        });
        return { pulls: data.map(toPullRequest), etag: headers.etag ?? null, hasMore: hasNext(headers.link) };
      } catch (error) {
        if (error instanceof NotModified) return null;
        throw error;
      }
    },
    async ofCommit(repo, sha) {
      const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...at(repo),
        commit_sha: sha,
        per_page: 100,
      });
      return data.map(toPullRequest);
    },
  };
}
