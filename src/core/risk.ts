/**
 * Mozilla's standard risk levels, lowest first. UNKNOWN is no level and is not among them.
 * @see https://infosec.mozilla.org/guidelines/risk/standard_levels
 */
export const RISK_LEVELS = ['LOW', 'MEDIUM', 'HIGH', 'MAXIMUM'] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number];

/** True when `a` is a higher risk than `b`. */
export function isHigher(a: RiskLevel, b: RiskLevel): boolean {
  return RISK_LEVELS.indexOf(a) > RISK_LEVELS.indexOf(b);
}
