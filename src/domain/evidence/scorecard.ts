/** OpenSSF Scorecard's JSON. @see https://github.com/ossf/scorecard/blob/main/docs/checks.md */
import { z } from 'zod';
import { dateOf, lenient, listed } from './_shape.js';
import type { Report } from './report.js';

/** Of 10; a project whose checks all look good in part comes to about this. */
const GOOD_FROM = 7;

const check = z.object({ name: z.string(), score: z.number() });

const shape = z.object({
  date: z.string(),
  repo: z.object({ name: z.string() }),
  score: z.number(),
  checks: lenient(check),
});

/** Scorecard calls these of critical or high risk where they are missing altogether. */
const GRAVE = new Set(['Dangerous-Workflow', 'Token-Permissions', 'Branch-Protection', 'Binary-Artifacts']);

export function readScorecard(json: unknown): Report | null {
  const read = shape.safeParse(json);
  if (!read.success) return null;
  const { date, repo, score, checks } = read.data;
  const common = { kind: 'OpenSSF Scorecard', about: repo.name, at: dateOf(date) } as const;
  // -1: it could not be told.
  const failed = checks.filter((one) => one.score === 0 && GRAVE.has(one.name)).map(({ name }) => name);
  if (failed.length > 0)
    return { ...common, isGood: false, because: `${listed(failed)} ${failed.length === 1 ? 'scores' : 'score'} 0` };
  return {
    ...common,
    isGood: score >= GOOD_FROM,
    because: `the score is ${score} of 10${score >= GOOD_FROM ? '' : `; ${GOOD_FROM} is asked for`}`,
  };
}
