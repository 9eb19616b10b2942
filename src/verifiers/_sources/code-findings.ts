/** What code scanning found on the default branch and nobody has settled, with the weaknesses that it is tagged with. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage, isNotOffered, type Page } from './_github.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface CodeFinding {
  readonly rule: string;
  /** Numbers of the Common Weakness Enumeration. */
  readonly weaknesses: readonly number[];
  /** `src/invoices.ts:17`; null where the tool names no place. */
  readonly place: string | null;
}

const TAG = /^external\/cwe\/cwe-0*(?<number>\d+)$/i;

const schema = z
  .object({
    rule: z.object({ id: z.string().nullish(), name: z.string().nullish(), tags: z.array(z.string()).nullish() }),
    most_recent_instance: z
      .object({
        location: z.object({ path: z.string().nullish(), start_line: z.number().nullish() }).nullish(),
      })
      .nullish(),
  })
  .transform(({ rule, most_recent_instance: instance }): CodeFinding => {
    const { path, start_line: line } = instance?.location ?? {};
    return {
      rule: rule.id ?? rule.name ?? 'a rule',
      weaknesses: (rule.tags ?? []).flatMap((tag) => Number(TAG.exec(tag)?.groups?.number ?? []) || []),
      place: path == null ? null : `${path}${line == null ? '' : `:${line}`}`,
    };
  });

/** Null where nothing was ever delivered. */
export const codeFindings = defineSource<Page<CodeFinding>>({
  name: 'code scanning alerts',
  needs: { security_events: 'read' },
  async read(origin, get) {
    const repository = await repositoryOf(get);
    ensureTelling(origin, repository);
    const where = `${repository.url}/security/code-scanning`;
    try {
      const route = '/repos/{owner}/{repo}/code-scanning/alerts';
      return { value: await askForPage(origin, route, schema, { state: 'open' }), where };
    } catch (error) {
      // So GitHub answers where code scanning was never switched on.
      if (!isNotOffered(error, origin)) throw error;
      return { value: null, where };
    }
  },
});
