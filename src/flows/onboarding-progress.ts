/** How far the onboarding of an installation has come, and how long it will take at the pace it goes. */
import type { Clock } from '../core/clock.js';
import { plural } from '../domain/checklist/words.js';
import { countOnboarding, findOnboarding, unfinishedOnboardings } from '../infra/db/onboarding.js';
import type { Db } from '../infra/db/database.js';
import type { SkipReason } from '../infra/db/service-tables.js';
import { GITHUB_LIMITS } from '../infra/github/pacing.js';

export interface OnboardingProgress {
  readonly installationId: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** False while the list of repositories is being read: then `total` is what is known so far. */
  readonly isListed: boolean;
  /** Repositories that have or get an issue; those skipped are not among them. */
  readonly total: number;
  readonly opened: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Null where nothing is left, or nothing is known yet. */
  readonly hoursLeft: number | null;
}

const HOUR_MS = 3_600_000;

/** What the pacer gives work that nobody waits for. */
const OPENED_AN_HOUR = GITHUB_LIMITS.contentPerHour.perSecond * 3600;

/** Null where there was none: the App was installed before this was kept, or is not any more. */
export async function onboardingProgress(
  installationId: number,
  { db, clock }: { readonly db: Db; readonly clock: Clock },
): Promise<OnboardingProgress | null> {
  const onboarding = await findOnboarding(db, installationId);
  if (onboarding === null) return null;
  const now = clock.now().getTime();
  const { startedAt, finishedAt, listedAt } = onboarding;
  const { waiting, asked, opened, skipped, lately } = await countOnboarding(
    db,
    installationId,
    new Date(now - HOUR_MS),
  );
  const left = waiting + asked;
  const isUnderWay = listedAt !== null && left > 0;
  const hasHour = listedAt !== null && now - listedAt.getTime() >= HOUR_MS;
  return {
    installationId,
    startedAt,
    finishedAt,
    isListed: listedAt !== null,
    total: opened + left,
    opened,
    skipped,
    hoursLeft: isUnderWay ? left / (hasHour && lately > 0 ? lately : OPENED_AN_HOUR) : null,
  };
}

/** Of all installations that are there and not suspended. */
export async function onboardingsUnderWay(given: {
  readonly db: Db;
  readonly clock: Clock;
}): Promise<readonly OnboardingProgress[]> {
  const all: OnboardingProgress[] = [];
  for (const id of await unfinishedOnboardings(given.db)) {
    const progress = await onboardingProgress(id, given);
    if (progress !== null) all.push(progress);
  }
  return all;
}

/** "312 of 10,000 opened, about 23 hours left" */
export function progressText({ isListed, total, opened, skipped, hoursLeft }: OnboardingProgress): string {
  if (!isListed) return 'reading the list of repositories';
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  return [
    `${number(opened)} of ${number(total)} opened`,
    ...(left === 0 ? [] : [`${number(left)} skipped`]),
    ...(hoursLeft === null ? [] : [`about ${duration(hoursLeft)} left`]),
  ].join(', ');
}

const number = (value: number): string => value.toLocaleString('en-US');

const duration = (hours: number): string =>
  hours < 1 ? plural(Math.ceil(hours * 60), 'minute') : plural(Math.round(hours), 'hour');
