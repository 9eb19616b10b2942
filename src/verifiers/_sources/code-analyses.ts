/** The last results that code scanning tools delivered, of the default branch and of pull requests. */
import { z } from 'zod';
import { defineSource, Hidden } from '../_source.js';
import { askForPage, isNotOffered } from './_github.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface CodeAnalysis {
  readonly tool: string;
  /** False of a pull request's, or another branch's. */
  readonly isOfDefaultBranch: boolean;
  /** Of CodeQL, in its words: `javascript-typescript`; null where it is not said. */
  readonly language: string | null;
  readonly isFailed: boolean;
  /** ISO 8601 instant. */
  readonly at: string;
}

const schema = z
  .object({
    ref: z.string(),
    created_at: z.string(),
    category: z.string().nullish(),
    error: z.string().nullish(),
    tool: z.object({ name: z.string().nullish() }).nullish(),
  })
  .transform((raw) => ({
    tool: raw.tool?.name ?? 'a tool',
    ref: raw.ref,
    // `/language:python` of the default setup, `.github/workflows/codeql.yml:analyze/language:python` of a workflow.
    language: /\/language:(?<name>[\w-]+)/.exec(raw.category ?? '')?.groups?.name ?? null,
    isFailed: (raw.error ?? '') !== '',
    at: raw.created_at,
  }));

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
      const analyses = (page?.entries ?? []).map(
        ({ ref, ...rest }): CodeAnalysis => ({
          ...rest,
          isOfDefaultBranch: ref === `refs/heads/${origin.defaultBranch}`,
        }),
      );
      const value = analyses.length === 0 ? null : analyses;
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
