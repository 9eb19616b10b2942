/** Guards branches and takes the guards away, as an owner does in the settings, with the webhooks of it. */
import type { BranchProtection, BranchRules, Ruleset } from '../state/gates.js';
import type { Repository } from '../state/model.js';
import type { BranchGuard, NewRuleset } from '../types.js';
import type { Json } from '../views/people.js';
import { protectionRuleView, rulesetView } from '../views/protection.js';
import { type Actor, timestamp, type World } from '../world.js';

function rulesFrom({ checks = [], ...guard }: BranchGuard): BranchRules {
  return {
    checks: checks.map(({ context, appId }) => ({ context, appId: appId ?? null })),
    upToDate: guard.upToDate ?? false,
    mergeQueue: guard.mergeQueue ?? false,
    approvals: guard.approvals ?? null,
    dismissStaleApprovals: guard.dismissStaleApprovals ?? false,
    codeOwners: guard.codeOwners ?? false,
    signedCommits: guard.signedCommits ?? false,
    forcePushes: guard.forcePushes ?? false,
    deletions: guard.deletions ?? false,
    admins: guard.admins ?? true,
  };
}

function announceRule(
  world: World,
  actor: Actor,
  repo: Repository,
  protection: BranchProtection,
  action: 'created' | 'edited' | 'deleted',
): void {
  const payload: Json = {
    rule: protectionRuleView(protection),
    ...(action === 'edited' && { changes: {} }),
  };
  world.emit({ name: 'branch_protection_rule', action, repository: repo, sender: actor.user, payload });
}

function own(world: World, repo: Repository, pattern: string): BranchProtection | undefined {
  return [...world.state.protections.values()].find(
    (entry) => entry.repositoryId === repo.id && entry.pattern === pattern,
  );
}

/** Replaces the protection of that very pattern. */
export function protectBranch(
  world: World,
  actor: Actor,
  repo: Repository,
  pattern: string,
  guard: BranchGuard,
): BranchProtection {
  const now = timestamp(world);
  const rules = rulesFrom(guard);
  const existing = own(world, repo, pattern);
  if (existing !== undefined) {
    existing.rules = rules;
    existing.updatedAt = now;
    announceRule(world, actor, repo, existing, 'edited');
    return existing;
  }
  const id = world.state.nextId();
  const protection = { id, repositoryId: repo.id, pattern, rules, createdAt: now, updatedAt: now };
  world.state.protections.set(id, protection);
  announceRule(world, actor, repo, protection, 'created');
  return protection;
}

/** @throws Error when there is nothing to take away. */
export function unprotectBranch(world: World, actor: Actor, repo: Repository, pattern: string): void {
  const protection = own(world, repo, pattern);
  if (protection === undefined) throw new Error(`${pattern} of ${repo.owner}/${repo.name} is not protected`);
  world.state.protections.delete(protection.id);
  announceRule(world, actor, repo, protection, 'deleted');
}

function announceRuleset(world: World, actor: Actor, ruleset: Ruleset, action: 'created' | 'deleted'): void {
  const repository = world.state.repositories.get(ruleset.repositoryId ?? 0);
  const payload = { repository_ruleset: rulesetView(world, ruleset) };
  const about = repository === undefined ? { organization: ruleset.owner } : { repository };
  world.emit({ name: 'repository_ruleset', action, ...about, sender: actor.user, payload });
}

/** `repo` is null for a ruleset of the organisation `owner`. */
export function createRuleset(
  world: World,
  actor: Actor,
  owner: string,
  repo: Repository | null,
  { name, enforcement = 'active', branches = ['~DEFAULT_BRANCH'], bypass = [], ...guard }: NewRuleset,
): Ruleset {
  const ruleset: Ruleset = {
    id: world.state.nextId(),
    name,
    owner,
    repositoryId: repo?.id ?? null,
    enforcement,
    branches,
    bypass,
    rules: rulesFrom(guard),
    createdAt: timestamp(world),
  };
  world.state.rulesets.set(ruleset.id, ruleset);
  announceRuleset(world, actor, ruleset, 'created');
  return ruleset;
}

export function deleteRuleset(world: World, actor: Actor, ruleset: Ruleset): void {
  world.state.rulesets.delete(ruleset.id);
  announceRuleset(world, actor, ruleset, 'deleted');
}
