/** Users, organisations, teams, apps and installations as JSON. */
import type { App, Installation, Organization, Team, User } from '../state/model.js';
import { nodeId, type World } from '../world.js';

export type Json = Record<string, unknown>;

export function userView(world: World, user: User): Json {
  const api = `${world.url}/api/v3/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type === 'Bot' ? 'BOT' : 'U', user.id),
    avatar_url: `${world.url}/avatars/u/${user.id}`,
    gravatar_id: '',
    url: api,
    html_url:
      user.type === 'Bot' ? `${world.url}/apps/${user.login.replace('[bot]', '')}` : `${world.url}/${user.login}`,
    repos_url: `${api}/repos`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** A login as an account; somebody unknown is shown as GitHub's `ghost`. */
export function accountView(world: World, login: string): Json {
  const organization = world.state.organization(login);
  if (organization !== undefined) {
    return {
      ...userView(world, { id: organization.id, login: organization.login, type: 'User', name: null, email: '' }),
      node_id: nodeId('O', organization.id),
      type: 'Organization',
    };
  }
  const user = world.state.user(login);
  return userView(world, user ?? { id: 10_137, login: 'ghost', type: 'User', name: null, email: '' });
}

export function organizationView(world: World, organization: Organization): Json {
  const url = `${world.url}/api/v3/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('O', organization.id),
    url,
    repos_url: `${url}/repos`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    avatar_url: `${world.url}/avatars/u/${organization.id}`,
    description: null,
  };
}

export function teamView(world: World, team: Team): Json {
  return {
    id: team.id,
    node_id: nodeId('T', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url: `${world.url}/api/v3/organizations/${world.state.organization(team.org)?.id ?? 0}/team/${team.id}`,
    html_url: `${world.url}/orgs/${team.org}/teams/${team.slug}`,
    parent: null,
  };
}

export function appView(world: World, app: App): Json {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    client_id: app.clientId,
    owner: accountView(world, app.owner),
    name: app.name,
    description: '',
    external_url: app.externalUrl,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

export function installationView(world: World, installation: Installation): Json {
  const api = `${world.url}/api/v3`;
  const app = world.state.apps.get(installation.appId);
  const account = accountView(world, installation.account);
  const path = account.type === 'Organization' ? `/organizations/${installation.account}` : '';
  return {
    id: installation.id,
    client_id: app?.clientId,
    account,
    repository_selection: installation.selection,
    access_tokens_url: `${api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${world.url}${path}/settings/installations/${installation.id}`,
    app_id: installation.appId,
    app_slug: app?.slug ?? '',
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedBy === null ? null : accountView(world, installation.suspendedBy),
    suspended_at: installation.suspendedAt,
  };
}
