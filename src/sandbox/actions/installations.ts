/** Installs an App on an account and everything that can happen to an installation. */
import { notFound } from '../api-error.js';
import type { App, Installation, Permissions, Repository, User } from '../state/model.js';
import { installationView, type Json } from '../views/people.js';
import { shortRepositoryView } from '../views/repository.js';
import { timestamp, type World } from '../world.js';

function seen(world: World, installation: Installation): Repository[] {
  return world.state
    .repositoriesOf(installation.account)
    .filter((repo) => installation.selection === 'all' || installation.repositoryIds.has(repo.id));
}

function announce(world: World, installation: Installation, sender: User, action: string, extra: Json = {}): void {
  const payload = { installation: installationView(world, installation), ...extra };
  world.emit({ name: 'installation', action, sender, installation, payload });
}

function repositories(world: World, installation: Installation): Json {
  return { repositories: seen(world, installation).map(shortRepositoryView) };
}

/** `granted` may be less than the App asks for: what an administrator accepted before it asked for more. */
export function install(
  world: World,
  app: App,
  account: string,
  sender: User,
  chosen: 'all' | readonly Repository[],
  granted: Permissions = app.permissions,
): Installation {
  const now = timestamp(world);
  const installation: Installation = {
    id: world.state.nextId(),
    appId: app.id,
    account,
    selection: chosen === 'all' ? 'all' : 'selected',
    repositoryIds: new Set(chosen === 'all' ? [] : chosen.map((repo) => repo.id)),
    permissions: granted,
    events: app.events,
    suspendedAt: null,
    suspendedBy: null,
    createdAt: now,
    updatedAt: now,
  };
  world.state.installations.set(installation.id, installation);
  announce(world, installation, sender, 'created', { ...repositories(world, installation), requester: null });
  return installation;
}

/** Its tokens stop working at once. */
export function uninstall(world: World, installation: Installation, sender: User): void {
  announce(world, installation, sender, 'deleted', repositories(world, installation));
  world.state.installations.delete(installation.id);
  for (const token of world.state.accessTokens.values()) {
    if (token.installationId === installation.id) world.state.accessTokens.delete(token.token);
  }
}

export function setSuspended(world: World, installation: Installation, sender: User, suspended: boolean): void {
  if ((installation.suspendedAt !== null) === suspended) return;
  const now = timestamp(world);
  installation.suspendedAt = suspended ? now : null;
  installation.suspendedBy = suspended ? sender.login : null;
  installation.updatedAt = now;
  const action = suspended ? 'suspend' : 'unsuspend';
  announce(world, installation, sender, action, repositories(world, installation));
}

/** The administrator accepts what the App asks for by now. Tokens made before keep what they had. */
export function acceptPermissions(world: World, installation: Installation, sender: User): void {
  const app = world.state.apps.get(installation.appId);
  if (app === undefined) throw notFound();
  installation.permissions = app.permissions;
  installation.events = app.events;
  installation.updatedAt = timestamp(world);
  announce(world, installation, sender, 'new_permissions_accepted', repositories(world, installation));
}

/** For installations on selected repositories. */
export function changeSelection(
  world: World,
  installation: Installation,
  sender: User,
  change: { readonly added: readonly Repository[]; readonly removed: readonly Repository[] },
): void {
  installation.selection = 'selected';
  for (const repo of change.added) installation.repositoryIds.add(repo.id);
  for (const repo of change.removed) installation.repositoryIds.delete(repo.id);
  installation.updatedAt = timestamp(world);
  world.emit({
    name: 'installation_repositories',
    action: change.added.length > 0 ? 'added' : 'removed',
    sender,
    installation,
    payload: {
      installation: installationView(world, installation),
      repository_selection: installation.selection,
      repositories_added: change.added.map(shortRepositoryView),
      repositories_removed: change.removed.map(shortRepositoryView),
      requester: null,
    },
  });
}
