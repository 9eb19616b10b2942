/** What changed in a service since an earlier day, worth a line before the readiness meeting. */
import { type Letter, letterOf } from '../checklist/index.js';
import type { Readiness } from './readiness.js';
import type { Snapshot } from './snapshot.js';

export type Change =
  /** It was not known on that day. */
  | { readonly kind: 'new'; readonly isGood: null }
  | { readonly kind: 'launched'; readonly isGood: true; readonly on: string }
  | { readonly kind: 'ready'; readonly isGood: true }
  | { readonly kind: 'no-longer-ready'; readonly isGood: false; readonly blockers: number }
  | { readonly kind: 'blockers'; readonly isGood: boolean; readonly from: number; readonly to: number }
  /** Null where no date was or is set. Another date is neither good nor bad. */
  | { readonly kind: 'launch-moved'; readonly isGood: null; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'grade'; readonly isGood: boolean; readonly from: Letter; readonly to: Letter }
  | { readonly kind: 'secrets'; readonly isGood: boolean; readonly from: number; readonly to: number };

/** Most important first; empty when nothing did. @param before null when it was not known then */
export function changedSince(before: Snapshot | null, now: Readiness): readonly Change[] {
  if (before === null) return [{ kind: 'new', isGood: null }];
  return [
    ...launched(before, now),
    ...readiness(before, now),
    ...moved(before, now),
    ...grade(before, now),
    ...secrets(before, now),
  ];
}

function launched({ day }: Snapshot, { launchedOn }: Readiness): readonly Change[] {
  return launchedOn !== null && launchedOn > day ? [{ kind: 'launched', isGood: true, on: launchedOn }] : [];
}

function readiness({ blockers: from }: Snapshot, { blockerCount: to }: Readiness): readonly Change[] {
  if (from === to) return [];
  if (to === 0) return [{ kind: 'ready', isGood: true }];
  if (from === 0) return [{ kind: 'no-longer-ready', isGood: false, blockers: to }];
  return [{ kind: 'blockers', isGood: to < from, from, to }];
}

function moved({ launchOn: from }: Snapshot, { launchOn: to }: Readiness): readonly Change[] {
  return from === to ? [] : [{ kind: 'launch-moved', isGood: null, from, to }];
}

function grade({ score }: Snapshot, { grade: to, score: now }: Readiness): readonly Change[] {
  if (score === null || now === null || to === null || letterOf(score) === to) return [];
  return [{ kind: 'grade', isGood: now > score, from: letterOf(score), to }];
}

function secrets({ openSecrets: from }: Snapshot, { openSecrets: to }: Readiness): readonly Change[] {
  return from === to ? [] : [{ kind: 'secrets', isGood: to < from, from, to }];
}
