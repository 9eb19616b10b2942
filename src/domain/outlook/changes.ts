/** What changed in a service since an earlier day, worth a line before the readiness meeting. */
import type { Letter } from '../checklist/index.js';
import type { Readiness } from './readiness.js';
import type { Snapshot } from './snapshot.js';

export type Change =
  | { readonly kind: 'new'; readonly isGood: null }
  | { readonly kind: 'launched'; readonly isGood: true }
  | { readonly kind: 'ready'; readonly isGood: true }
  | { readonly kind: 'no-longer-ready'; readonly isGood: false }
  | { readonly kind: 'blockers'; readonly isGood: boolean; readonly from: number; readonly to: number }
  | { readonly kind: 'grade'; readonly isGood: boolean; readonly from: Letter; readonly to: Letter }
  | { readonly kind: 'secrets'; readonly isGood: boolean; readonly from: number; readonly to: number }
  /** Null where no date was or is set. Earlier is neither good nor bad. */
  | {
      readonly kind: 'launch-moved';
      readonly isGood: boolean | null;
      readonly from: string | null;
      readonly to: string | null;
    };

/** Most important first; empty when nothing did. @param before null when it was not known then */
export function changedSince(before: Snapshot | null, now: Readiness): readonly Change[] {
  throw new Error(`not built yet ${before?.day} ${now.score}`);
}
