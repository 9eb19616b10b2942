/** Repositories as JSON. */
import type { Repository } from '../state/model.js';
import { atLeast, type Role, roleOf } from '../state/access.js';
import { nodeId, type World } from '../world.js';
import { accountView, type Json } from './people.js';

export function repositoryApi(world: World, repo: Repository): string {
  return `${world.url}/api/v3/repos/${repo.owner}/${repo.name}`;
}

export function repositoryHtml(world: World, repo: Repository): string {
  return `${world.url}/${repo.owner}/${repo.name}`;
}

/** The five fields that installation events carry. */
export function shortRepositoryView(repo: Repository): Json {
  return {
    id: repo.id,
    node_id: nodeId('R', repo.id),
    name: repo.name,
    full_name: `${repo.owner}/${repo.name}`,
    private: repo.private,
  };
}

export function repositoryView(world: World, repo: Repository): Json {
  const url = repositoryApi(world, repo);
  const html = repositoryHtml(world, repo);
  const open = world.state.issuesOf(repo).filter((issue) => issue.state === 'open').length;
  return {
    ...shortRepositoryView(repo),
    owner: accountView(world, repo.owner),
    html_url: html,
    description: repo.description,
    fork: repo.parentId !== null,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    issues_url: `${url}/issues{/number}`,
    labels_url: `${url}/labels{/name}`,
    pulls_url: `${url}/pulls{/number}`,
    statuses_url: `${url}/statuses/{sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    clone_url: `${html}.git`,
    git_url: `${html}.git`,
    ssh_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    created_at: repo.createdAt,
    updated_at: repo.updatedAt,
    pushed_at: repo.pushedAt ?? repo.createdAt,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: 0,
    forks: 0,
    language: null,
    has_issues: repo.hasIssues,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: repo.archived,
    disabled: false,
    open_issues_count: open,
    open_issues: open,
    license: null,
    allow_forking: true,
    is_template: repo.isTemplate,
    web_commit_signoff_required: false,
    topics: repo.topics,
    ...(world.state.organization(repo.owner) && { custom_properties: repo.properties }),
    visibility: repo.private ? 'private' : 'public',
    default_branch: repo.defaultBranch,
  };
}

/** What a role may do, as the API tells it. */
export function permissionsView(role: Role): Record<string, boolean> {
  return {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  };
}

/** What `GET /repos/{owner}/{repo}` adds: the caller's permissions and the fork's parent. */
export function fullRepositoryView(world: World, repo: Repository, login: string | null): Json {
  const role = login === null ? 'read' : roleOf(world.state, repo, login);
  const parent = repo.parentId === null ? undefined : world.state.repositories.get(repo.parentId);
  const organization = world.state.organization(repo.owner);
  return {
    ...repositoryView(world, repo),
    permissions: permissionsView(role),
    ...(parent && { parent: repositoryView(world, parent), source: repositoryView(world, parent) }),
    ...(organization && { organization: accountView(world, organization.login) }),
    network_count: 0,
    subscribers_count: 0,
  };
}
