/** Puts the gateway together over Probot's authentication; the only thing `app.ts` needs from here besides the class. */
import type { Clock } from '../../core/clock.js';
import type { GitHubApp } from './app-gateway.js';
import type { GitHub, GitHubOf } from './gateway.js';
import { KeptAnswers, type KeptBy } from './kept-answers.js';
import { type Octokit, paceOf } from './octokit.js';
import { createApp } from './rest/app.js';
import { createChecks } from './rest/checks.js';
import { createCommits } from './rest/commits.js';
import { createDeployments } from './rest/deployments.js';
import { createComments, createHistory, createIssues } from './rest/issues.js';
import { createProperties } from './rest/properties.js';
import { createReader } from './rest/reader.js';
import { createPulls, createRepositories } from './rest/repositories.js';
import { createStatuses } from './rest/statuses.js';
import { createInventory } from './rest/inventory.js';
import { createTeams } from './rest/teams.js';

/** `probot.auth`: the App's own client, or an installation's, of the class that `createOctokitClass` made. */
export type Authenticate = (installationId?: number) => Promise<Octokit>;

export interface Connection {
  readonly of: GitHubOf;
  readonly app: () => Promise<GitHubApp>;
}

/** Nothing is requested here: a token is fetched with the first request and kept by Probot for 59 minutes. */
export function connect(authenticate: Authenticate, clock: Clock): Connection {
  const kept = new KeptAnswers();
  return {
    of: async (installationId) => createGitHub(await authenticate(installationId), clock, kept.of(installationId)),
    app: async () => createApp(await authenticate(), clock),
  };
}

/**
 * The gateway over one client, whatever it is authenticated with.
 * @param kept answers that were given to nobody else
 */
export function createGitHub(octokit: Octokit, clock: Clock, kept: KeptBy = new KeptAnswers().of('self')): GitHub {
  return {
    pace: paceOf(octokit),
    issues: createIssues(octokit),
    comments: createComments(octokit),
    commits: createCommits(octokit, clock),
    checks: createChecks(octokit),
    statuses: createStatuses(octokit),
    deployments: createDeployments(octokit),
    repositories: createRepositories(octokit),
    pulls: createPulls(octokit),
    history: createHistory(octokit, clock),
    teams: createTeams(octokit),
    reader: createReader(octokit, clock, kept),
    quota: () => octokit.quota?.() ?? null,
    inventory: createInventory(octokit),
    properties: createProperties(octokit),
  };
}
