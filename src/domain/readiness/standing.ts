/** Decides, by the policy that holds now, what an open finding is: something that blocks, a notice, old debt, or dismissed for everybody. */
import { isHigher, type RiskLevel } from '../../core/risk.js';
import { type Dismissal, type ScanPolicy, SURENESS } from '../policy/index.js';
import type { Confidence } from '../scanner/rule.js';

/** What of a finding decides. */
export interface Weight {
  readonly severity: RiskLevel;
  readonly confidence: Confidence;
  /** A push brought it, or it was in the history before us. */
  readonly origin: 'push' | 'history';
}

/** `debt` was there before us: it is named, and holds nobody up. */
export type Standing = 'blocks' | 'notice' | 'debt';

export function standingOf({ severity, confidence, origin }: Weight, scan: ScanPolicy): Standing {
  if (isHigher(scan.blocksFrom, severity) || SURENESS.indexOf(confidence) < SURENESS.indexOf(scan.confidence))
    return 'notice';
  return origin === 'history' && scan.history === 'report' ? 'debt' : 'blocks';
}

/** Dismissals that hold on a calendar date, the last one included. */
export function dismissalsOn({ dismissed }: ScanPolicy, today: string): readonly Dismissal[] {
  return dismissed.filter(({ until }) => until >= today);
}

/** True when one of them names the finding, by its fingerprint or by the one it had under the key before. */
export function isDismissed(
  finding: { readonly fingerprint: string; readonly previousFingerprint: string | null },
  dismissals: readonly Dismissal[],
): boolean {
  return dismissals.some(
    ({ fingerprint }) =>
      finding.fingerprint.startsWith(fingerprint) || finding.previousFingerprint?.startsWith(fingerprint) === true,
  );
}
