/** Teams of an organisation through Octokit. */
import { Forbidden, NotFound } from '../errors.js';
import type { Teams } from '../gateway.js';
import type { Octokit } from '../octokit.js';

export function createTeams(octokit: Octokit): Teams {
  return {
    async isMember(org, team, login) {
      try {
        const { data } = await octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug: team, username: login });
        // Invited is not yet a member.
        return data.state === 'active';
      } catch (error) {
        if (error instanceof NotFound) return false;
        // A team of another organisation, or an installation that has not accepted `members: read`.
        if (error instanceof Forbidden && error.reason !== 'suspended') return false;
        throw error;
      }
    },
  };
}
