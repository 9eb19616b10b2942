/** Who approves waivers and attests what demands it: the people and teams of the policy, else maintainers and administrators. */
import type { RepoRef } from '../core/repo-ref.js';
import { mention } from '../domain/checklist/index.js';
import { findPolicy } from '../infra/db/policies.js';
import type { Context } from './context.js';

/** The roles that count where the policy names nobody. */
const ROLES = ['maintain', 'admin'];

/** Asks GitHub afresh: who left the team yesterday approves nothing today. */
export async function mayApprove(login: string, repository: RepoRef, context: Context): Promise<boolean> {
  const { approvers } = await context.lifeRules(repository, context);
  if (approvers.length === 0) {
    const { role, level } = await context.github.repositories.permission(repository, login);
    return ROLES.includes(role) || level === 'admin';
  }
  return isAmong(login, approvers, context);
}

/** Whether the organisation itself names them; a repository that may name approvers of its own opens no other by that. */
export async function isOfSecurityTeam(login: string, context: Context): Promise<boolean> {
  const { db, job } = context;
  const organisation = await findPolicy(db, { scope: 'organisation', id: job.installationId });
  return isAmong(login, organisation?.good?.teams?.security ?? [], context);
}

async function isAmong(login: string, named: readonly string[], { github }: Context): Promise<boolean> {
  const entries = named.map(plain);
  if (entries.some((entry) => entry.toLowerCase() === login.toLowerCase())) return true;
  for (const entry of entries) {
    const [org, team] = entry.split('/');
    if (org && team && (await github.teams.isMember(org, team, login))) return true;
  }
  return false;
}

/** Who may, in words that can begin a sentence; notifies nobody. */
export async function whoMayApprove(repository: RepoRef, context: Context): Promise<string> {
  const { approvers } = await context.lifeRules(repository, context);
  if (approvers.length === 0) return 'Maintainers and administrators of this repository';
  return approvers.map((entry) => mention(plain(entry))).join(', ');
}

function plain(entry: string): string {
  return entry.replace(/^@/, '');
}
