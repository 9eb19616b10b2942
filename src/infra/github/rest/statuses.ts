/** Commit statuses through Octokit. */
import { cutCharacters, STATUS_CHARACTERS } from '../cut.js';
import type { Statuses } from '../gateway.js';
import type { Octokit } from '../octokit.js';

export function createStatuses(octokit: Octokit): Statuses {
  return {
    async create({ owner, name: repo }, sha, { context, state, description, targetUrl }) {
      await octokit.rest.repos.createCommitStatus({
        owner,
        repo,
        sha,
        context,
        state,
        description: cutCharacters(description, STATUS_CHARACTERS),
        ...(targetUrl === null ? {} : { target_url: targetUrl }),
      });
    },
  };
}
