/** Who may do what in a repository. */
import type { Repository, RepositoryPermission } from './model.js';
import type { State } from './state.js';

const ORDER = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ORDER)[number];

function rank(role: Role): number {
  return ORDER.indexOf(role);
}

/** The highest of what ownership, organisation, teams, collaboration and visibility give. */
export function roleOf(state: State, repo: Repository, login: string): Role {
  const explicit = explicitRoleOf(state, repo, login);
  return explicit === 'none' && !repo.private ? 'read' : explicit;
}

/** What somebody was given, whether everybody may read the repository or not. */
export function explicitRoleOf(state: State, repo: Repository, login: string): Role {
  const name = login.toLowerCase();
  if (repo.owner.toLowerCase() === name) return 'admin';
  const roles: Role[] = [repo.collaborators.get(name) ?? 'none'];
  const organization = state.organization(repo.owner);
  const membership = organization?.members.get(name);
  if (membership === 'admin') return 'admin';
  if (organization !== undefined && membership === 'member') roles.push(organization.defaultPermission);
  for (const team of state.teams.values()) {
    if (team.org.toLowerCase() === repo.owner.toLowerCase() && team.members.has(name)) {
      roles.push(team.repositories.get(repo.id) ?? 'none');
    }
  }
  return roles.reduce((best, role) => (rank(role) > rank(best) ? role : best), 'none');
}

export function atLeast(role: Role, wanted: RepositoryPermission): boolean {
  return rank(role) >= rank(wanted);
}

/** The older four words of the API: maintain counts as write, triage as read. */
export function legacyPermission(role: Role): 'admin' | 'write' | 'read' | 'none' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}
