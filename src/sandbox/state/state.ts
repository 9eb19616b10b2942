/** All records of one sandbox, in plain maps keyed by id (people, organisations and labels by lower-case name). */
import type {
  AccessToken,
  Activity,
  App,
  CheckRun,
  CheckSuite,
  Comment,
  CommitStatus,
  Delivery,
  Installation,
  Issue,
  Label,
  Organization,
  PullRequest,
  Reaction,
  Repository,
  Team,
  User,
} from './model.js';

export class State {
  readonly users = new Map<string, User>();
  readonly organizations = new Map<string, Organization>();
  readonly teams = new Map<number, Team>();
  readonly apps = new Map<number, App>();
  readonly installations = new Map<number, Installation>();
  readonly accessTokens = new Map<string, AccessToken>();
  /** Personal access token -> login. */
  readonly userTokens = new Map<string, string>();
  readonly repositories = new Map<number, Repository>();
  /** Former `owner/name` in lower case -> repository id, for redirects. */
  readonly formerNames = new Map<string, number>();
  readonly issues = new Map<number, Issue>();
  readonly comments = new Map<number, Comment>();
  readonly reactions = new Map<number, Reaction>();
  readonly labels = new Map<number, Label>();
  readonly pullRequests = new Map<number, PullRequest>();
  readonly checkSuites = new Map<number, CheckSuite>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly statuses = new Map<number, CommitStatus>();
  readonly activities = new Map<number, Activity>();
  readonly deliveries = new Map<number, Delivery>();
  #lastId = 1_000_000;

  /** A new id, unique over all kinds. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  user(login: string): User | undefined {
    return this.users.get(login.toLowerCase());
  }

  organization(login: string): Organization | undefined {
    return this.organizations.get(login.toLowerCase());
  }

  repositoryNamed(owner: string, name: string): Repository | undefined {
    const wanted = `${owner}/${name}`.toLowerCase();
    return [...this.repositories.values()].find((repo) => `${repo.owner}/${repo.name}`.toLowerCase() === wanted);
  }

  issue(repositoryId: number, number: number): Issue | undefined {
    return [...this.issues.values()].find((issue) => issue.repositoryId === repositoryId && issue.number === number);
  }

  pullRequest(repositoryId: number, number: number): PullRequest | undefined {
    return [...this.pullRequests.values()].find((pull) => pull.repositoryId === repositoryId && pull.number === number);
  }

  labelsOf(repositoryId: number): Label[] {
    return [...this.labels.values()].filter((label) => label.repositoryId === repositoryId);
  }

  label(repositoryId: number, name: string): Label | undefined {
    return this.labelsOf(repositoryId).find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  commentsOf(repositoryId: number, issueNumber: number): Comment[] {
    return [...this.comments.values()].filter(
      (comment) => comment.repositoryId === repositoryId && comment.issueNumber === issueNumber,
    );
  }

  /** The installations that see a repository. */
  installationsOn(repo: Repository): Installation[] {
    return [...this.installations.values()].filter((installation) => sees(installation, repo));
  }

  installationsOf(account: string): Installation[] {
    return [...this.installations.values()].filter((entry) => entry.account.toLowerCase() === account.toLowerCase());
  }
}

/** True when the installation has access to the repository. */
export function sees(installation: Installation, repo: Repository): boolean {
  if (installation.account.toLowerCase() !== repo.owner.toLowerCase()) return false;
  return installation.selection === 'all' || installation.repositoryIds.has(repo.id);
}
