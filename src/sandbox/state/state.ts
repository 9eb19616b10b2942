/** All records of one sandbox, in plain maps keyed by id (people, organisations and labels by lower-case name). */
import type { BranchProtection, Deployment, Environment, QueueEntry, Ruleset, WorkflowRun } from './gates.js';
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
  SignInCode,
  Team,
  User,
  UserAccessToken,
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
  readonly userAccessTokens = new Map<string, UserAccessToken>();
  readonly signInCodes = new Map<string, SignInCode>();
  readonly repositories = new Map<number, Repository>();
  /** Current `owner/name` in lower case -> repository id. */
  readonly names = new Map<string, number>();
  /** Former `owner/name` in lower case -> repository id, for redirects. */
  readonly formerNames = new Map<string, number>();
  /** By `issueKey`. */
  readonly issues = new Map<string, Issue>();
  readonly comments = new Map<number, Comment>();
  readonly reactions = new Map<number, Reaction>();
  readonly labels = new Map<number, Label>();
  /** By `issueKey`. */
  readonly pullRequests = new Map<string, PullRequest>();
  readonly checkSuites = new Map<number, CheckSuite>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly statuses = new Map<number, CommitStatus>();
  readonly activities = new Map<number, Activity>();
  readonly protections = new Map<number, BranchProtection>();
  readonly rulesets = new Map<number, Ruleset>();
  /** All merge queues; the entries of one base are in the order of the queue. */
  readonly queue = new Map<number, QueueEntry>();
  readonly environments = new Map<number, Environment>();
  readonly deployments = new Map<number, Deployment>();
  readonly workflowRuns = new Map<number, WorkflowRun>();
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
    const id = this.names.get(`${owner}/${name}`.toLowerCase());
    return id === undefined ? undefined : this.repositories.get(id);
  }

  repositoriesOf(account: string): Repository[] {
    return [...this.repositories.values()].filter((repo) => repo.owner.toLowerCase() === account.toLowerCase());
  }

  issue(repositoryId: number, number: number): Issue | undefined {
    return this.issues.get(issueKey(repositoryId, number));
  }

  /** Issues and pull requests of a repository, oldest first. */
  issuesOf(repo: Repository): Issue[] {
    const numbers = Array.from({ length: repo.lastNumber }, (_value, index) => index + 1);
    return numbers.flatMap((number) => this.issue(repo.id, number) ?? []);
  }

  pullRequest(repositoryId: number, number: number): PullRequest | undefined {
    return this.pullRequests.get(issueKey(repositoryId, number));
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

/** Issues and pull requests are kept by repository and number. */
export function issueKey(repositoryId: number, number: number): string {
  return `${repositoryId}#${number}`;
}

/** True when the installation has access to the repository. */
export function sees(installation: Installation, repo: Repository): boolean {
  if (installation.account.toLowerCase() !== repo.owner.toLowerCase()) return false;
  return installation.selection === 'all' || installation.repositoryIds.has(repo.id);
}
