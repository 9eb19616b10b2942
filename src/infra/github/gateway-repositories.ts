/** What we ask of GitHub about repositories and their pull requests, in our own words; `gateway.ts` has the rest. */
import type { RepoRef } from '../../core/repo-ref.js';
import type { Actor, RepoName } from './gateway.js';

export interface Repository extends RepoRef {
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly isFork: boolean;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  readonly topics: readonly string[];
  readonly language: string | null;
  /** Custom properties; one with several values as a list. Empty where GitHub tells none. */
  readonly properties: Readonly<Record<string, string | readonly string[] | null>>;
  readonly pushedAt: Date | null;
  readonly createdAt: Date | null;
  readonly url: string;
}

/** `level` is GitHub's coarse answer; `role` names the role as the organisation calls it (maintain, triage, custom ones). */
export interface Permission {
  readonly level: 'admin' | 'write' | 'read' | 'none';
  readonly role: string;
}

export interface RepositoryFile {
  readonly path: string;
  readonly sha: string;
  readonly text: string;
}

/** A push as the repository's activity log has it; both shas are 40 zeros where a branch began or ended. */
export interface Activity {
  readonly id: number;
  /** `push`, `force_push`, `branch_creation`, `branch_deletion`, `pr_merge`, `merge_queue_merge`. */
  readonly type: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly at: Date;
}

export interface ActivityPage {
  readonly entries: readonly Activity[];
  /** Where the log goes on; null at its end. */
  readonly next: string | null;
}

export interface RepositoryPage {
  readonly repositories: readonly Repository[];
  /** Of the list, the page after this one; null at its end. */
  readonly next: number | null;
}

export interface Repositories {
  get(repo: RepoName): Promise<Repository>;
  permission(repo: RepoName, login: string): Promise<Permission>;
  /** Every repository that the installation sees, a page of 100 at a time. */
  list(): AsyncIterable<Repository>;
  /** One page of that list, from 1 on. */
  page(page: number): Promise<RepositoryPage>;
  /** 100 entries of the activity log, newest first; `cursor` null begins. */
  activity(repo: RepoName, cursor: string | null): Promise<ActivityPage>;
  /** The sha that a branch is at; null when there is none, as in an empty repository. */
  headOf(repo: RepoName, branch: string): Promise<string | null>;
  /** A text file of at most 1 MB at `ref` (default branch unless told); null when there is none. */
  file(repo: RepoName, path: string, ref?: string): Promise<RepositoryFile | null>;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly headSha: string;
  readonly headRef: string;
  /** Null when the fork is gone. */
  readonly headRepositoryId: number | null;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly author: Actor | null;
  readonly url: string;
  /** In whole seconds. */
  readonly updatedAt: Date;
}

export interface PullRequestPage {
  readonly pulls: readonly PullRequest[];
  /** GitHub's name of this answer, to be given next time. */
  readonly etag: string | null;
  readonly hasMore: boolean;
}

export interface Pulls {
  get(repo: RepoName, number: number): Promise<PullRequest>;
  /** Newest first. */
  listOpen(repo: RepoName, filter?: { readonly base?: string }): AsyncIterable<PullRequest>;
  /** A page of 100 open ones, last updated first; null when it is what `etag` names, which costs nothing of GitHub's limit. */
  openPage(repo: RepoName, page: number, etag: string | null): Promise<PullRequestPage | null>;
  ofCommit(repo: RepoName, sha: string): Promise<PullRequest[]>;
}
