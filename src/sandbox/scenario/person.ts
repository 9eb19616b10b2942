/** Someone at the keyboard: every method is one thing a person does on GitHub, with that person's permissions. */
import { requestAction, rerequestRun, rerequestSuite } from '../actions/checks.js';
import { createComment, deleteComment, editComment } from '../actions/comments.js';
import { deploy } from '../actions/deployments.js';
import { createIssue, type IssueChange } from '../actions/issues.js';
import { dequeuePullRequest, enqueuePullRequest } from '../actions/merge-queue.js';
import { mergePullRequest, openPullRequest, updatePullRequest } from '../actions/pulls.js';
import { changeRefs } from '../actions/refs.js';
import {
  archiveRepository,
  deleteRepository,
  renameRepository,
  setVisibility,
  transferRepository,
} from '../actions/repositories.js';
import { ensureMay } from '../actions/rules.js';
import { updateThread } from '../actions/threads.js';
import { commitFiles } from '../git/write.js';
import { git } from '../git/run.js';
import type { Comment, Issue, PullRequest, Repository } from '../state/model.js';
import type { Person } from '../types.js';
import type { Actor, World } from '../world.js';
import { toggle } from './tick.js';

/** @throws Error when there is no repository of that name; scenarios name what they made. */
export function repositoryNamed(world: World, fullName: string): Repository {
  const [owner = '', name = ''] = fullName.split('/');
  const repo = world.state.repositoryNamed(owner, name);
  if (repo === undefined) throw new Error(`There is no repository ${fullName}`);
  return repo;
}

function issueIn(world: World, repo: Repository, number: number): Issue {
  const issue = world.state.issue(repo.id, number);
  if (issue === undefined) throw new Error(`There is no issue ${number} in ${repo.owner}/${repo.name}`);
  return issue;
}

function pullIn(world: World, repo: Repository, number: number): PullRequest {
  const pull = world.state.pullRequest(repo.id, number);
  if (pull === undefined) throw new Error(`There is no pull request ${number} in ${repo.owner}/${repo.name}`);
  return pull;
}

function commentIn(world: World, repo: Repository, id: number): Comment {
  const comment = world.state.comments.get(id);
  if (comment?.repositoryId !== repo.id) throw new Error(`There is no comment ${id} in ${repo.owner}/${repo.name}`);
  return comment;
}

/** Refusals are thrown as `ApiError`, with the status GitHub would answer. */
export function createPerson(world: World, actor: Actor): Person {
  const named = (fullName: string) => repositoryNamed(world, fullName);
  const change = (fullName: string, number: number, what: (issue: Issue) => IssueChange): Promise<Issue> => {
    const repo = named(fullName);
    const issue = issueIn(world, repo, number);
    return updateThread(world, actor, repo, issue, what(issue));
  };
  return {
    login: actor.user.login,
    ...repositoryActs(world, actor),
    createIssue: async (fullName, { title, body, labels }) =>
      createIssue(world, actor, named(fullName), { title, body: body ?? null, labels: labels ?? [], assignees: [] }),
    editIssueBody: async (fullName, number, body) => change(fullName, number, () => ({ body })),
    editIssueTitle: async (fullName, number, title) => change(fullName, number, () => ({ title })),
    tick: async (fullName, number, item) =>
      change(fullName, number, (issue) => ({ body: toggle(issue.body ?? '', item) })),
    closeIssue: async (fullName, number, reason = 'completed') =>
      change(fullName, number, () => ({ state: 'closed', stateReason: reason })),
    reopenIssue: async (fullName, number) => change(fullName, number, () => ({ state: 'open' })),
    comment: async (fullName, number, body) => {
      const repo = named(fullName);
      return createComment(world, actor, repo, issueIn(world, repo, number), body);
    },
    editComment: async (fullName, id, body) => {
      const repo = named(fullName);
      return editComment(world, actor, repo, commentIn(world, repo, id), body);
    },
    deleteComment: async (fullName, id) => {
      const repo = named(fullName);
      deleteComment(world, actor, repo, commentIn(world, repo, id));
    },
    openPullRequest: async (fullName, { title, head, base, body, draft }) => {
      const repo = named(fullName);
      const given = { title, head, base: base ?? repo.defaultBranch, body: body ?? null, draft: draft ?? false };
      return openPullRequest(world, actor, repo, given);
    },
    updatePullRequest: async (fullName, number, what) => {
      const repo = named(fullName);
      return updatePullRequest(world, actor, repo, pullIn(world, repo, number), what);
    },
    mergePullRequest: async (fullName, number, method = 'merge') => {
      const repo = named(fullName);
      return mergePullRequest(world, actor, repo, pullIn(world, repo, number), method);
    },
    enqueuePullRequest: async (fullName, number) => {
      const repo = named(fullName);
      return enqueuePullRequest(world, actor, repo, pullIn(world, repo, number));
    },
    dequeuePullRequest: async (fullName, number) => {
      const repo = named(fullName);
      await dequeuePullRequest(world, actor, repo, pullIn(world, repo, number));
    },
    deploy: async (fullName, { environment, ref }) => {
      const repo = named(fullName);
      return deploy(world, actor, repo, environment, ref ?? repo.defaultBranch);
    },
    rerequestCheckRun: async (fullName, id) => rerequestRun(world, actor, named(fullName), id),
    rerequestCheckSuite: async (fullName, id) => rerequestSuite(world, actor, named(fullName), id),
    requestCheckAction: async (fullName, id, identifier) =>
      requestAction(world, actor, named(fullName), id, identifier),
  };
}

type RepositoryActs = Pick<
  Person,
  | 'commit'
  | 'deleteBranch'
  | 'renameRepository'
  | 'transferRepository'
  | 'archiveRepository'
  | 'publicizeRepository'
  | 'privatizeRepository'
  | 'deleteRepository'
>;

function repositoryActs(world: World, actor: Actor): RepositoryActs {
  const named = (fullName: string) => repositoryNamed(world, fullName);
  return {
    commit: async (fullName, { branch, from, message, files }) => {
      const repo = named(fullName);
      ensureMay(world, actor, repo, 'write');
      const author = { name: actor.user.name ?? actor.user.login, email: actor.user.email };
      const request = { branch: branch ?? repo.defaultBranch, message, files, author, at: world.clock.now() };
      return changeRefs(world, actor, repo, () =>
        commitFiles(repo.gitDir, { ...request, ...(from !== undefined && { from }) }),
      );
    },
    deleteBranch: async (fullName, branch) => {
      const repo = named(fullName);
      ensureMay(world, actor, repo, 'write');
      await changeRefs(world, actor, repo, () => git(repo.gitDir, ['update-ref', '-d', `refs/heads/${branch}`]));
    },
    renameRepository: async (fullName, name) => renameRepository(world, actor, named(fullName), name),
    transferRepository: async (fullName, owner) => transferRepository(world, actor, named(fullName), owner),
    archiveRepository: async (fullName, archived = true) => archiveRepository(world, actor, named(fullName), archived),
    publicizeRepository: async (fullName) => setVisibility(world, actor, named(fullName), false),
    privatizeRepository: async (fullName) => setVisibility(world, actor, named(fullName), true),
    deleteRepository: async (fullName) => deleteRepository(world, actor, named(fullName)),
  };
}
