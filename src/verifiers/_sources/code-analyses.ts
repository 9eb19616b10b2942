/** The last results that code scanning tools delivered, of the default branch and of pull requests. */
import { z } from 'zod';
import { defineSource, Hidden } from '../_source.js';
import { askForPage, isNotOffered } from './_github.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface CodeAnalysis {
  readonly tool: string;
  /** Of a pull request, not of a branch. */
  readonly isOfChange: boolean;
  /** ISO 8601 instant. */
  readonly at: string;
}

const schema = z
  .object({ ref: z.string(), created_at: z.string(), tool: z.object({ name: z.string().nullish() }).nullish() })
  .transform(
    (raw): CodeAnalysis => ({
      tool: raw.tool?.name ?? 'a tool',
      isOfChange: raw.ref.startsWith('refs/pull/'),
      at: raw.created_at,
    }),
  );

/** The newest first; null where there is none. Tells of every tool, which the settings of CodeQL alone would not. */
export const codeAnalyses = defineSource<readonly CodeAnalysis[]>({
  name: 'code scanning',
  needs: { security_events: 'read' },
  async read(origin, get) {
    const repository = await repositoryOf(get);
    ensureTelling(origin, repository);
    const where = `${repository.url}/security/code-scanning`;
    try {
      const page = await askForPage(origin, '/repos/{owner}/{repo}/code-scanning/analyses', schema);
      const value = page === null || page.entries.length === 0 ? null : page.entries;
      return { value, where };
    } catch (error) {
      // So GitHub answers where code scanning was never switched on.
      if (!isNotOffered(error, origin)) throw error;
      if (repository.isPrivate) throw new Hidden(NOT_OFFERED);
      return { value: null, where };
    }
  },
});

const NOT_OFFERED =
  'GitHub takes code scanning results of private repositories with a GitHub Code Security licence only';
