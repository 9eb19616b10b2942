/** Sets up what guards branches and environments, as an owner does in the settings. */
import { createEnvironment } from '../actions/deployments.js';
import { createRuleset, deleteRuleset, protectBranch, unprotectBranch } from '../actions/protections.js';
import { changeSettings } from '../actions/settings.js';
import type { Sandbox } from '../types.js';
import type { Actor, World } from '../world.js';
import { repositoryNamed } from './person.js';

type Guards = Pick<
  Sandbox,
  'changeSettings' | 'protectBranch' | 'unprotectBranch' | 'createRuleset' | 'deleteRuleset' | 'createEnvironment'
>;

/** `owner` finds who owns an account; `defaultApp` is the App under test. */
export function guards(world: World, owner: (account: string) => Actor, defaultApp: number): Guards {
  return {
    changeSettings: (fullName, change) => {
      const repo = repositoryNamed(world, fullName);
      changeSettings(world, owner(repo.owner), repo, change);
    },
    protectBranch: (fullName, branch, guard) => {
      const repo = repositoryNamed(world, fullName);
      return protectBranch(world, owner(repo.owner), repo, branch, guard);
    },
    unprotectBranch: (fullName, branch) => {
      const repo = repositoryNamed(world, fullName);
      unprotectBranch(world, owner(repo.owner), repo, branch);
    },
    createRuleset: (source, ruleset) => {
      const repo = source.includes('/') ? repositoryNamed(world, source) : null;
      const account = repo?.owner ?? source;
      return createRuleset(world, owner(account), account, repo, ruleset);
    },
    deleteRuleset: (id) => {
      const ruleset = world.state.rulesets.get(id);
      if (ruleset === undefined) throw new Error(`There is no ruleset ${id}`);
      deleteRuleset(world, owner(ruleset.owner), ruleset);
    },
    createEnvironment: (fullName, name, { protectedByApp = false } = {}) =>
      createEnvironment(world, repositoryNamed(world, fullName), name, protectedByApp ? [defaultApp] : []),
  };
}
