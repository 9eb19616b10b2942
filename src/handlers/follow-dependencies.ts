/** A push to the default branch touched what names dependencies: the inventory is read when GitHub has taken it up. */
import { z } from 'zod';
import type { RepoRef } from '../core/repo-ref.js';
import { inventoryJob } from '../flows/read-inventory.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const paths = z.array(z.string()).default([]);

const payload = z.object({
  repository,
  ref: z.string(),
  deleted: z.boolean().default(false),
  commits: z.array(z.object({ added: paths, modified: paths, removed: paths })).default([]),
});

/**
 * Manifests and lock files that GitHub's dependency graph reads.
 * @see https://docs.github.com/code-security/supply-chain-security/understanding-your-software-supply-chain/dependency-graph-supported-package-ecosystems
 */
const MANIFEST =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|requirements[^/]*\.txt|pipfile(?:\.lock)?|poetry\.lock|pyproject\.toml|setup\.py|gemfile(?:\.lock)?|[^/]+\.gemspec|go\.(?:mod|sum)|cargo\.(?:toml|lock)|pom\.xml|build\.gradle(?:\.kts)?|composer\.(?:json|lock)|pubspec\.(?:yaml|lock)|package\.(?:swift|resolved)|mix\.(?:exs|lock)|packages\.config|[^/]+\.(?:cs|fs|vb|vcx)proj)$/i;

/** The graph follows a push within minutes; asking at once would read the one before. */
const GRAPH_MS = 10 * 60_000;

export default defineHandler<{ readonly repository: RepoRef }>({
  on: ['push'],
  needs: { contents: 'read' },
  parse(raw) {
    const { repository, ref, deleted, commits } = payload.parse(raw);
    if (deleted || repository.defaultBranch === null || ref !== `refs/heads/${repository.defaultBranch}`) return null;
    const touched = commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]);
    return touched.some((path) => MANIFEST.test(path)) ? { repository: repository.ref } : null;
  },
  subject: ({ repository }) => `inventory:${repository.id}`,
  async run({ repository }, context) {
    const runAt = new Date(context.clock.now().getTime() + GRAPH_MS);
    await context.enqueue([inventoryJob(repository, context.job.installationId, runAt)]);
  },
});
