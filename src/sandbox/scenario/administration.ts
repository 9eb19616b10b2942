/** Sets the scene: people, organisations, teams, repositories, installations. */
import { acceptPermissions, changeSelection, install, setSuspended, uninstall } from '../actions/installations.js';
import { withdrawAuthorization } from '../actions/sign-in.js';
import { createRepository, setProperties } from '../actions/repositories.js';
import { mintUserAccessToken, mintUserToken } from '../http/tokens.js';
import type { App, Installation, Organization, Team, User } from '../state/model.js';
import type { Sandbox } from '../types.js';
import { accountView, teamView } from '../views/people.js';
import { type Actor, timestamp, type World } from '../world.js';
import { guards } from './guards.js';
import { createPerson, repositoryNamed } from './person.js';

export type Administration = Pick<
  Sandbox,
  | 'createUser'
  | 'createOrganization'
  | 'addMember'
  | 'removeMember'
  | 'createTeam'
  | 'addCollaborator'
  | 'removeCollaborator'
  | 'createRepository'
  | 'setProperties'
  | 'repository'
  | 'changeSettings'
  | 'protectBranch'
  | 'unprotectBranch'
  | 'createRuleset'
  | 'deleteRuleset'
  | 'createEnvironment'
  | 'installApp'
  | 'uninstallApp'
  | 'suspendInstallation'
  | 'unsuspendInstallation'
  | 'acceptPermissions'
  | 'addToInstallation'
  | 'removeFromInstallation'
  | 'as'
  | 'userToken'
  | 'signIn'
  | 'withdrawAuthorization'
  | 'pushUrl'
>;

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;

function ensureLogin(world: World, login: string): void {
  if (!LOGIN.test(login)) throw new Error(`${login} cannot be an account name on GitHub`);
  if (world.state.user(login) !== undefined || world.state.organization(login) !== undefined) {
    throw new Error(`There is an account ${login} already`);
  }
}

function person(world: World, login: string): User {
  const user = world.state.user(login);
  if (user === undefined) throw new Error(`There is nobody called ${login}`);
  return user;
}

function createUser(world: World, login: string, { name, email }: { name?: string; email?: string } = {}): User {
  ensureLogin(world, login);
  const id = world.state.nextId();
  const user: User = {
    id,
    login,
    type: 'User',
    name: name ?? null,
    email: email ?? `${id}+${login}@users.noreply.github.com`,
  };
  world.state.users.set(login.toLowerCase(), user);
  return user;
}

function ownerOf(world: World, account: string): User {
  const organization = world.state.organization(account);
  const [admin] = [...(organization?.members ?? [])].find(([, role]) => role === 'admin') ?? [];
  return person(world, admin ?? account);
}

function organizationNamed(world: World, login: string): Organization {
  const organization = world.state.organization(login);
  if (organization === undefined) throw new Error(`There is no organisation ${login}`);
  return organization;
}

function createOrganization(world: World, login: string, { owner }: { owner?: string } = {}): Organization {
  ensureLogin(world, login);
  const boss = owner ?? `${login}-owner`;
  if (world.state.user(boss) === undefined) createUser(world, boss);
  const organization: Organization = {
    id: world.state.nextId(),
    login,
    defaultPermission: 'read',
    asksForSecondFactor: false,
    members: new Map([[boss.toLowerCase(), 'admin']]),
    createdAt: timestamp(world),
  };
  world.state.organizations.set(login.toLowerCase(), organization);
  return organization;
}

function addMember(world: World, org: string, login: string, role: 'admin' | 'member' = 'member'): void {
  const organization = organizationNamed(world, org);
  const user = world.state.user(login) ?? createUser(world, login);
  organization.members.set(user.login.toLowerCase(), role);
  const membership = { role, state: 'active', user: accountView(world, user.login) };
  const sender = ownerOf(world, org);
  const event = { name: 'organization', action: 'member_added', organization: org, sender };
  world.emit({ ...event, payload: { membership } });
}

function removeMember(world: World, org: string, login: string): void {
  const organization = organizationNamed(world, org);
  const name = person(world, login).login.toLowerCase();
  const role = organization.members.get(name);
  if (role === undefined) throw new Error(`${login} is no member of ${org}`);
  organization.members.delete(name);
  for (const team of world.state.teams.values()) if (team.org === organization.login) team.members.delete(name);
  const membership = { role, state: 'inactive', user: accountView(world, login) };
  const event = { name: 'organization', action: 'member_removed', organization: org, sender: ownerOf(world, org) };
  world.emit({ ...event, payload: { membership } });
}

function createTeam(world: World, org: string, given: Parameters<Sandbox['createTeam']>[1]): Team {
  const { login } = organizationNamed(world, org);
  const sender = ownerOf(world, org);
  const repositories = Object.entries(given.repositories ?? {}).map(
    ([name, permission]) => [repositoryNamed(world, `${org}/${name}`).id, permission] as const,
  );
  const team: Team = {
    id: world.state.nextId(),
    org: login,
    slug: given.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name: given.name,
    members: new Map(),
    repositories: new Map(repositories),
  };
  world.state.teams.set(team.id, team);
  const view = teamView(world, team);
  world.emit({ name: 'team', action: 'created', organization: org, sender, payload: { team: view } });
  for (const member of given.members ?? []) {
    if (!organizationNamed(world, org).members.has(member.toLowerCase())) addMember(world, org, member);
    team.members.set(member.toLowerCase(), 'member');
    const payload = { scope: 'team', member: accountView(world, member), team: view };
    world.emit({ name: 'membership', action: 'added', organization: org, sender, payload });
  }
  return team;
}

function appNumbered(world: World, id: number): App {
  const app = world.state.apps.get(id);
  if (app === undefined) throw new Error(`There is no App ${id}`);
  return app;
}

function installationOf(world: World, id: number): Installation {
  const installation = world.state.installations.get(id);
  if (installation === undefined) throw new Error(`There is no installation ${id}`);
  return installation;
}

function userToken(world: World, login: string): string {
  const user = person(world, login);
  const [existing] = [...world.state.userTokens].find(([, owner]) => owner === user.login) ?? [];
  return existing ?? mintUserToken(world, user.login);
}

/** `defaultApp` is the App under test. */
export function administration(world: World, defaultApp: number): Administration {
  const named = (account: string, names: readonly string[]) =>
    names.map((name) => repositoryNamed(world, name.includes('/') ? name : `${account}/${name}`));
  const asPerson = (login: string): Actor => ({ user: person(world, login), viaApp: null });
  const within = (id: number, act: (installation: Installation, sender: User) => void): void => {
    const installation = installationOf(world, id);
    act(installation, ownerOf(world, installation.account));
  };
  return {
    ...guards(world, (account) => ({ user: ownerOf(world, account), viaApp: null }), defaultApp),
    createUser: (login, details) => createUser(world, login, details),
    createOrganization: (login, details) => createOrganization(world, login, details),
    addMember: (org, login, role) => addMember(world, org, login, role),
    removeMember: (org, login) => removeMember(world, org, login),
    createTeam: (org, team) => createTeam(world, org, team),
    addCollaborator: (fullName, login, permission) => {
      const repo = repositoryNamed(world, fullName);
      const user = world.state.user(login) ?? createUser(world, login);
      repo.collaborators.set(user.login.toLowerCase(), permission);
      const payload = { member: accountView(world, user.login), changes: { permission: { to: permission } } };
      const sender = ownerOf(world, repo.owner);
      world.emit({ name: 'member', action: 'added', repository: repo, sender, payload });
    },
    removeCollaborator: (fullName, login) => {
      const repo = repositoryNamed(world, fullName);
      const { login: name } = person(world, login);
      repo.collaborators.delete(name.toLowerCase());
      const payload = { member: accountView(world, name) };
      const sender = ownerOf(world, repo.owner);
      world.emit({ name: 'member', action: 'removed', repository: repo, sender, payload });
    },
    createRepository: async (owner, given) => {
      const actor = given.by === undefined ? { user: ownerOf(world, owner), viaApp: null } : asPerson(given.by);
      const source = given.fork ?? given.template;
      return createRepository(world, actor, owner, given, source === undefined ? null : repositoryNamed(world, source));
    },
    setProperties: (fullName, values) => {
      const repo = repositoryNamed(world, fullName);
      setProperties(world, { user: ownerOf(world, repo.owner), viaApp: null }, repo, values);
    },
    repository: (fullName) => repositoryNamed(world, fullName),
    installApp: (account, { repositories = 'all', permissions, appId = defaultApp } = {}) => {
      const app = appNumbered(world, appId);
      const chosen = repositories === 'all' ? 'all' : named(account, repositories);
      return install(world, app, account, ownerOf(world, account), chosen, permissions);
    },
    uninstallApp: (id) => within(id, (installation, sender) => uninstall(world, installation, sender)),
    suspendInstallation: (id) => within(id, (installation, sender) => setSuspended(world, installation, sender, true)),
    unsuspendInstallation: (id) =>
      within(id, (installation, sender) => setSuspended(world, installation, sender, false)),
    acceptPermissions: (id) => within(id, (installation, sender) => acceptPermissions(world, installation, sender)),
    addToInstallation: (id, names) =>
      within(id, (installation, sender) =>
        changeSelection(world, installation, sender, { added: named(installation.account, names), removed: [] }),
      ),
    removeFromInstallation: (id, names) =>
      within(id, (installation, sender) =>
        changeSelection(world, installation, sender, { added: [], removed: named(installation.account, names) }),
      ),
    as: (login) => createPerson(world, asPerson(login)),
    userToken: (login) => userToken(world, login),
    signIn: (login, appId = defaultApp) =>
      mintUserAccessToken(world, appNumbered(world, appId), person(world, login).login).token,
    withdrawAuthorization: (login, appId = defaultApp) =>
      withdrawAuthorization(world, appNumbered(world, appId), person(world, login)),
    pushUrl: (fullName, login) => {
      const repo = repositoryNamed(world, fullName);
      const address = new URL(`${world.url}/${repo.owner}/${repo.name}.git`);
      address.username = login;
      address.password = userToken(world, login);
      return address.href;
    },
  };
}
