/** SARIF 2.1.0, as most static analysers write it. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import { z } from 'zod';
import { dateOf, lenient, listed } from './_shape.js';
import type { Report } from './report.js';

const result = z.object({
  ruleId: z.string().optional(),
  rule: z.object({ id: z.string().optional() }).optional(),
  /** `error`, `warning`, `note` or `none`; `warning` when it is not said. */
  level: z.string().default('warning'),
  kind: z.string().default('fail'),
  baselineState: z.string().optional(),
  suppressions: z.array(z.object({ status: z.string().default('accepted') })).default([]),
});

const invocation = z.object({ endTimeUtc: z.string().optional(), executionSuccessful: z.boolean().default(true) });

const run = z.object({
  tool: z.object({ driver: z.object({ name: z.string() }) }),
  results: z.array(z.unknown()).nullish(),
  invocations: lenient(invocation),
});

const shape = z.object({ version: z.string().startsWith('2.'), runs: z.array(run) });

type Result = z.output<typeof result>;

export function readSarif(json: unknown): Report | null {
  const read = shape.safeParse(json);
  if (!read.success) return null;
  const { runs } = read.data;
  const given = runs.flatMap(({ results }) => results ?? []);
  const results = lenient(result).parse(given);
  const invocations = runs.flatMap((one) => one.invocations);
  const ends = invocations.flatMap(({ endTimeUtc }) => dateOf(endTimeUtc) ?? []);
  // The oldest: the report is as old as the oldest look in it.
  const at = ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const common = { kind: 'SARIF', about: listed(runs.map(({ tool }) => tool.driver.name)) || null, at } as const;
  if (runs.length === 0) return { ...common, isGood: false, because: 'it tells of no run' };
  if (runs.some((one) => one.results == null) || invocations.some(({ executionSuccessful }) => !executionSuccessful))
    return { ...common, isGood: false, because: 'a run in it did not come to an end' };
  if (results.length < given.length)
    return { ...common, isGood: false, because: `${given.length - results.length} of its results cannot be read` };
  const errors = results.filter(isOpenError).map(({ ruleId, rule }) => ruleId ?? rule?.id ?? 'a rule');
  if (errors.length > 0)
    return {
      ...common,
      isGood: false,
      because: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: ${listed(errors)}`,
    };
  return {
    ...common,
    isGood: true,
    because: `no error among ${results.length} ${results.length === 1 ? 'result' : 'results'}`,
  };
}

function isOpenError({ level, kind, baselineState, suppressions }: Result): boolean {
  const isSuppressed = suppressions.some(({ status }) => status === 'accepted');
  return level === 'error' && kind === 'fail' && baselineState !== 'absent' && !isSuppressed;
}
