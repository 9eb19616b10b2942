/** From when on a launch is at risk. */
import { addDays } from '../life/terms.js';
import type { Forecast } from './forecast.js';
import type { Readiness } from './readiness.js';

/** A launch this near that is not ready is at risk, in days. */
export const NEAR = 30;

/**
 * The calendar date from which the launch is at risk unless something changes: near and not ready, overdue, or forecast to be ready only after
 * the day. Null when it is not, or there is none planned.
 */
export function atRiskFrom(
  { isReady, launchOn, launchedOn, computedAt }: Pick<Readiness, 'isReady' | 'launchOn' | 'launchedOn' | 'computedAt'>,
  outlook: Forecast | null,
): string | null {
  if (isReady || launchOn === null || launchedOn !== null) return null;
  const near = addDays(launchOn, -NEAR);
  const known = computedAt.toISOString().slice(0, 10);
  return outlook?.kind === 'range' && outlook.to > launchOn && known < near ? known : near;
}
