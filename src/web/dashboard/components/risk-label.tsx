/** A risk level: the word says it, the colour repeats it. */
import { RISK_LEVELS, type RiskLevel } from '../../../core/risk.js';

const CLASSES: Readonly<Record<RiskLevel, string>> = {
  LOW: 'Label',
  MEDIUM: 'Label Label--attention',
  HIGH: 'Label Label--severe',
  MAXIMUM: 'Label Label--danger',
};

/** @param risk null where nobody has said it yet */
export function RiskLabel({ risk }: { readonly risk: RiskLevel | null }) {
  return risk === null ? <span class="fgColor-muted">not said</span> : <span class={CLASSES[risk]}>{risk}</span>;
}

/** To choose from, highest first. */
export const RISK_CHOICES: ReadonlyArray<readonly [value: string, label: string]> = [
  ...RISK_LEVELS.toReversed().map((level) => [level, level] as const),
  ['UNKNOWN', 'not said'],
];
