/** Software bills of materials through Octokit. */
import { Forbidden, NotFound } from '../errors.js';
import type { Inventory } from '../gateway.js';
import type { Octokit } from '../octokit.js';

export function createInventory(octokit: Octokit): Inventory {
  return {
    async sbom({ owner, name }) {
      try {
        const { data } = await octokit.rest.dependencyGraph.exportSbom({ owner, repo: name });
        return data.sbom;
      } catch (error) {
        // Also where the dependency graph is switched off, which GitHub answers either way.
        const isOff = error instanceof Forbidden && error.reason === 'other';
        if (error instanceof NotFound || isOff) return null;
        throw error;
      }
    },
  };
}
