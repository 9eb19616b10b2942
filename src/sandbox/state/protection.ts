/** Which rules hold for a branch, how far the checks they ask for are, and what waits in its merge queue. */
import type { BranchProtection, BranchRules, QueueEntry, RequiredCheck, Ruleset } from './gates.js';
import type { Repository } from './model.js';
import type { State } from './state.js';

/** A branch name against a pattern of GitHub's: `*` stops at a slash, `**` does not. */
export function matchesPattern(branch: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/?|\*|\?/g, (glob) => {
    if (glob.startsWith('**')) return '.*';
    return glob === '*' ? '[^/]*' : '[^/]';
  });
  return new RegExp(`^${source}$`).test(branch);
}

/** The classic protection of a branch: its own name wins over patterns, older patterns over newer ones. */
export function protectionOf(state: State, repo: Repository, branch: string): BranchProtection | null {
  const own = [...state.protections.values()].filter((entry) => entry.repositoryId === repo.id);
  const exact = own.find((entry) => entry.pattern === branch);
  return exact ?? own.find((entry) => matchesPattern(branch, entry.pattern)) ?? null;
}

/** The rulesets that a repository has itself, and (`parents`) those of its organisation. */
export function rulesetsOf(state: State, repo: Repository, parents: boolean): Ruleset[] {
  return [...state.rulesets.values()].filter((entry) =>
    entry.repositoryId === null
      ? parents && entry.owner.toLowerCase() === repo.owner.toLowerCase()
      : entry.repositoryId === repo.id,
  );
}

function covers(ruleset: Ruleset, repo: Repository, branch: string): boolean {
  return ruleset.branches.some((pattern) => {
    if (pattern === '~ALL') return true;
    return pattern === '~DEFAULT_BRANCH' ? branch === repo.defaultBranch : matchesPattern(branch, pattern);
  });
}

/** The active rulesets that hold for a branch. */
export function rulesetsOn(state: State, repo: Repository, branch: string): Ruleset[] {
  return rulesetsOf(state, repo, true).filter((entry) => entry.enforcement === 'active' && covers(entry, repo, branch));
}

/** Everything that holds for a branch, from both worlds. */
export function rulesOn(state: State, repo: Repository, branch: string): BranchRules[] {
  const classic = protectionOf(state, repo, branch);
  const rulesets = rulesetsOn(state, repo, branch).map(({ rules }) => rules);
  return classic === null ? rulesets : [classic.rules, ...rulesets];
}

/** `expected`: nobody has said anything yet. */
export type CheckState = 'expected' | 'pending' | 'failing' | 'passed';

/** @see https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks */
const PASSES = new Set(['success', 'neutral', 'skipped']);

/** The newest run of each App, and the newest status, of the wanted name. */
function saidOf(state: State, repo: Repository, sha: string, { context, appId }: RequiredCheck): CheckState[] {
  const said = new Map<string, CheckState>();
  for (const run of state.checkRuns.values()) {
    if (run.repositoryId !== repo.id || run.headSha !== sha || run.name !== context) continue;
    if (appId !== null && run.appId !== appId) continue;
    const done = PASSES.has(run.conclusion ?? '') ? 'passed' : 'failing';
    said.set(`run ${run.appId}`, run.status === 'completed' ? done : 'pending');
  }
  const bot = appId === null ? null : `${state.apps.get(appId)?.slug ?? ''}[bot]`;
  for (const status of state.statuses.values()) {
    if (status.repositoryId !== repo.id || status.sha !== sha) continue;
    if (status.context.toLowerCase() !== context.toLowerCase() || (bot !== null && status.creator !== bot)) continue;
    const failed = status.state === 'pending' ? 'pending' : 'failing';
    said.set('status', status.state === 'success' ? 'passed' : failed);
  }
  return [...said.values()];
}

/** A check and a status of one name both have to pass. */
export function checkState(state: State, repo: Repository, sha: string, check: RequiredCheck): CheckState {
  const said = saidOf(state, repo, sha, check);
  if (said.length === 0) return 'expected';
  return (['failing', 'pending'] as const).find((word) => said.includes(word)) ?? 'passed';
}

export interface RequiredCheckState extends RequiredCheck {
  readonly state: CheckState;
}

/** The checks that rules ask for and how they stand on a commit, each once. */
export function requiredChecks(
  state: State,
  repo: Repository,
  rules: readonly BranchRules[],
  sha: string,
): RequiredCheckState[] {
  const each = new Map(
    rules.flatMap(({ checks }) => checks).map((check) => [`${check.context} ${check.appId}`, check]),
  );
  return [...each.values()].map((check) => ({ ...check, state: checkState(state, repo, sha, check) }));
}

/** The merge queue of one base, first the one that is merged next. */
export function queueOf(state: State, repo: Repository, baseRef: string): QueueEntry[] {
  return [...state.queue.values()].filter((entry) => entry.repositoryId === repo.id && entry.baseRef === baseRef);
}
