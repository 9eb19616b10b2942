/** Issues, comments and the history of their bodies through Octokit. */
import type { Comments, History, IssueChange, Issues, RepoName } from '../gateway.js';
import { classify } from '../classify.js';
import type { Clock } from '../../../core/clock.js';
import type { Octokit } from '../octokit.js';
import { toComment, toIssue } from './convert.js';

export function createIssues(octokit: Octokit): Issues {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async get(repo, number) {
      const { data } = await octokit.rest.issues.get({ ...at(repo), issue_number: number });
      return toIssue(data);
    },
    async *list(repo, { label, creator, state = 'all' }) {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
        ...at(repo),
        state,
        sort: 'created',
        direction: 'asc',
        per_page: 100,
        ...(label === undefined ? {} : { labels: label }),
        ...(creator === undefined ? {} : { creator }),
      });
      for await (const { data } of pages) yield* data.map(toIssue).filter((issue) => !issue.isPullRequest);
    },
    async create(repo, { title, body, labels }) {
      const { data } = await octokit.rest.issues.create({
        ...at(repo),
        title,
        body,
        ...(labels === undefined ? {} : { labels: [...labels] }),
      });
      return toIssue(data);
    },
    async update(repo, number, change) {
      const { data } = await octokit.rest.issues.update({ ...at(repo), issue_number: number, ...toRawChange(change) });
      return toIssue(data);
    },
  };
}

function toRawChange({ title, body, state, stateReason, labels }: IssueChange) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(state === undefined ? {} : { state }),
    ...(stateReason === undefined ? {} : { state_reason: stateReason }),
    ...(labels === undefined ? {} : { labels: [...labels] }),
  };
}

export function createComments(octokit: Octokit): Comments {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async *list(repo, issue) {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...at(repo),
        issue_number: issue,
        per_page: 100,
      });
      for await (const { data } of pages) yield* data.map(toComment);
    },
    async create(repo, issue, body) {
      const { data } = await octokit.rest.issues.createComment({ ...at(repo), issue_number: issue, body });
      return toComment(data);
    },
    async update(repo, comment, body) {
      const { data } = await octokit.rest.issues.updateComment({ ...at(repo), comment_id: comment, body });
      return toComment(data);
    },
    async react(repo, comment, reaction) {
      await octokit.rest.reactions.createForIssueComment({ ...at(repo), comment_id: comment, content: reaction });
    },
  };
}

const EDITS = `query edits($id: ID!, $limit: Int!) {
  node(id: $id) {
    ... on Comment {
      userContentEdits(first: $limit) { nodes { editor { login } editedAt diff } }
    }
  }
}`;

interface EditsAnswer {
  readonly node: {
    readonly userContentEdits?: {
      readonly nodes: readonly ({
        readonly editor: { readonly login: string } | null;
        readonly editedAt: string;
        readonly diff: string | null;
      } | null)[];
    } | null;
  } | null;
}

export function createHistory(octokit: Octokit, clock: Clock): History {
  return {
    async edits(nodeId, limit) {
      const answer = await octokit
        .graphql<EditsAnswer>(EDITS, { id: nodeId, limit: Math.min(limit, 100) })
        .catch((error: unknown) => {
          throw classify(error, { method: 'POST', route: '/graphql' }, clock.now());
        });
      return (answer.node?.userContentEdits?.nodes ?? []).flatMap((edit) =>
        edit === null
          ? []
          : [{ editor: edit.editor?.login ?? null, editedAt: new Date(edit.editedAt), body: edit.diff }],
      );
    },
  };
}
