/** When nothing required will be open any more, at the pace of the last weeks: a range, or the reason why nobody can say. */
import type { Snapshot } from './snapshot.js';

export type Forecast =
  /** Calendar dates: at the fastest and at the slowest pace of the last weeks. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** `because` is one sentence, plain text, with its full stop. */
  | { readonly kind: 'unclear'; readonly because: string };

/** Null when nothing is in the way. @param snapshots oldest first, the newest as of `today` @param today calendar date */
export function forecast(snapshots: readonly Snapshot[], today: string): Forecast | null {
  throw new Error(`not built yet ${snapshots.length} ${today}`);
}
