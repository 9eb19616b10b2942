/** A risk level: the word says it, the colour repeats it. */
import type { RiskLevel } from '../../../core/risk.js';

const CLASSES: Readonly<Record<RiskLevel, string>> = {
  LOW: 'Label',
  MEDIUM: 'Label Label--accent',
  HIGH: 'Label Label--attention',
  MAXIMUM: 'Label Label--danger',
};

/** @param risk null where nobody has said it yet */
export function RiskLabel({ risk }: { readonly risk: RiskLevel | null }) {
  return risk === null ? <span class="fgColor-muted">not said</span> : <span class={CLASSES[risk]}>{risk}</span>;
}
