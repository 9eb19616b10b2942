/** The sum of a site's outcomes and its letter, as the HTTP Observatory counts them. */
import type { Outcome } from './outcome.js';

/** From which score on; the score is rounded down to a multiple of 5 and stands between 0 and 100. */
const GRADES = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
] as const;

/** Bonuses count only for a site that has little to mend. */
const BONUS_FROM = 90;

export type SiteGrade = (typeof GRADES)[number][1] | 'F';

/** From best to worst. */
export const SITE_GRADES: readonly SiteGrade[] = [...GRADES.map(([, grade]) => grade), 'F'];

export interface SiteScore {
  /** 0 or more; past 100 with bonuses. */
  readonly score: number;
  readonly grade: SiteGrade;
  /** False when bonuses were earned and do not count yet. */
  readonly bonusesCount: boolean;
}

/** @see https://developer.mozilla.org/observatory/docs/tests_and_scoring */
export function scoreOf(outcomes: readonly Pick<Outcome, 'modifier'>[]): SiteScore {
  const sum = (sign: 1 | -1) =>
    outcomes.reduce((total, { modifier }) => total + (modifier * sign > 0 ? modifier : 0), 0);
  const base = 100 + sum(-1);
  const bonusesCount = base >= BONUS_FROM;
  const score = Math.max(0, bonusesCount ? base + sum(1) : base);
  return { score, grade: gradeOf(score), bonusesCount };
}

function gradeOf(score: number): SiteGrade {
  const rounded = Math.min(100, Math.floor(score / 5) * 5);
  return GRADES.find(([from]) => rounded >= from)?.[1] ?? 'F';
}
