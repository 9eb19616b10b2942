/** Rulesets of repositories and organisations, and the rules that hold for a branch. */
import { forbidden, notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { atLeast, roleOf } from '../state/access.js';
import type { Ruleset } from '../state/gates.js';
import { rulesetsOf, rulesetsOn } from '../state/protection.js';
import { rulesetSummary, rulesetView, ruleViews, sourceOf } from '../views/protection.js';

/** Every active rule of every ruleset that covers the branch, each with where it comes from. The branch need not exist. */
function onBranch(call: ApiCall): Reply {
  const { repo, world } = call;
  const rules = rulesetsOn(world.state, repo, call.param('branch')).flatMap((ruleset) => {
    const { type, name } = sourceOf(world, ruleset);
    const source = { ruleset_source_type: type, ruleset_source: name, ruleset_id: ruleset.id };
    return ruleViews(ruleset.rules).map((rule) => ({ ...rule, ...source }));
  });
  return call.paged(rules, (rule) => rule);
}

function ofRepository(call: ApiCall): Ruleset[] {
  return rulesetsOf(call.world.state, call.repo, call.query('includes_parents') !== 'false');
}

/** Who may change a ruleset may see who need not obey it. */
function tellsBypass(call: ApiCall): boolean {
  const { caller } = call;
  if (caller.kind === 'installation') return caller.token.permissions.administration === 'write';
  return caller.kind === 'user' && atLeast(roleOf(call.world.state, call.repo, caller.user.login), 'admin');
}

function one(call: ApiCall): Reply {
  const ruleset = ofRepository(call).find(({ id }) => id === call.id('ruleset_id'));
  if (ruleset === undefined) throw notFound();
  return ok(rulesetView(call.world, ruleset, ruleset.repositoryId !== null && tellsBypass(call)));
}

/** @throws ApiError 404 for anybody but the organisation's owners and Apps they trust with its administration. */
function ofOrganization(call: ApiCall): Ruleset[] {
  const { caller, world } = call;
  const organization = world.state.organization(call.param('org'));
  if (organization === undefined) throw notFound();
  const { login } = organization;
  if (caller.kind === 'user') {
    if (organization.members.get(caller.user.login.toLowerCase()) !== 'admin') throw notFound();
  } else if (caller.kind !== 'installation' || caller.installation.account.toLowerCase() !== login.toLowerCase()) {
    throw forbidden();
  }
  return [...world.state.rulesets.values()].filter(
    (entry) => entry.repositoryId === null && entry.owner.toLowerCase() === login.toLowerCase(),
  );
}

function oneOfOrganization(call: ApiCall): Reply {
  const ruleset = ofOrganization(call).find(({ id }) => id === call.id('ruleset_id'));
  if (ruleset === undefined) throw notFound();
  return ok(rulesetView(call.world, ruleset, true));
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/rules/branches/{branch}', caller: 'any', handle: onBranch },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rulesets',
    caller: 'any',
    handle: (call) => call.paged(ofRepository(call), (ruleset) => rulesetSummary(call.world, ruleset)),
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/rulesets/{ruleset_id}', caller: 'any', handle: one },
  {
    method: 'GET',
    path: '/orgs/{org}/rulesets',
    caller: 'any',
    handle: (call) => call.paged(ofOrganization(call), (ruleset) => rulesetSummary(call.world, ruleset)),
  },
  { method: 'GET', path: '/orgs/{org}/rulesets/{ruleset_id}', caller: 'any', handle: oneOfOrganization },
];

export default routes;
