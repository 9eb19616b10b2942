/** Terms of alerts about dependencies, and words about them. */
import type { RiskLevel } from '../core/risk.js';
import { DEFAULTS } from '../domain/policy/index.js';
import { joined } from './_phrases.js';
import type { DependencyAlert } from './_sources/dependabot-alerts.js';

export const ALERTS_OFF = 'Dependabot alerts are off, so nobody knows';
export const ALERTS_CUT = 'there are more alerts than one look takes';

const DAY = 24 * 60 * 60 * 1000;

const RISK_OF: Readonly<Record<DependencyAlert['severity'], RiskLevel>> = {
  critical: 'MAXIMUM',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
};

/** Days that somebody has: those of a waiver of the same risk. @see https://infosec.mozilla.org/guidelines/risk/standard_levels */
export const termOf = ({ severity }: DependencyAlert): number => DEFAULTS.waivers[RISK_OF[severity]].days;

export const isOverdue = (alert: DependencyAlert, now: Date): boolean =>
  now.getTime() - Date.parse(alert.since) > termOf(alert) * DAY;

/** "#12 (lodash, high, since 2026-01-01) and 3 more". */
export function alertsListed(alerts: readonly DependencyAlert[]): string {
  const words = alerts.map(
    (one) => `#${one.number} (${one.package}, ${one.severity}, since ${one.since.slice(0, 10)})`,
  );
  return joined(words, 3);
}
