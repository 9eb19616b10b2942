/** One repository as the pages list it. */
import type { Forecast } from '../../../domain/outlook/forecast.js';
import type { Readiness } from '../../../domain/outlook/readiness.js';

export interface RepositoryLine {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly readiness: Readiness;
  /** Null when nothing is in the way. */
  readonly forecast: Forecast | null;
  readonly isAtRisk: boolean;
  /** The last score of each of the last 8 weeks, oldest first, the week that ends today last; null where none is known. */
  readonly trend: readonly (number | null)[];
}
