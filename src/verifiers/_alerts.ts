/** Terms of alerts about dependencies, and words about them. */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { joined } from './_phrases.js';
import { type DependencyAlert, dependabotAlerts } from './_sources/dependabot-alerts.js';
import { defineVerifier, type Verifier } from './_verifier.js';

export const ALERTS_OFF = 'Dependabot alerts are off, so nobody knows';
export const ALERTS_CUT = 'there are more alerts than one look takes';

const DAY = 24 * 60 * 60 * 1000;

/** @param longest days that a severity may be open, however long the policy lets it */
export function deadlineVerifier(
  question: string,
  longest: Readonly<Partial<Record<DependencyAlert['severity'], number>>> = {},
): Verifier {
  const termOf = ({ severity, term }: DependencyAlert): number => Math.min(term, longest[severity] ?? term);
  return defineVerifier({
    question,
    reads: { alerts: dependabotAlerts },
    on: [],
    judge({ alerts }, now) {
      if (alerts === null) return unknown(ALERTS_OFF);
      const open = alerts.entries.filter(({ isOpen }) => isOpen);
      const overdue = open.filter((alert) => now.getTime() - Date.parse(alert.since) > termOf(alert) * DAY);
      if (overdue.length > 0) {
        const terms = joined([...new Set(overdue.map((alert) => `${alert.severity} ${days(termOf(alert))}`))]);
        return unmet(`open for longer than it may (${terms}): ${alertsListed(overdue)}`, UPDATE);
      }
      if (!alerts.isWhole) return unknown(ALERTS_CUT);
      return met(open.length === 0 ? 'no alert is open' : `${open.length} open, each within its term`);
    },
  });
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const UPDATE =
  'Update or replace the package, merge what `gh pr list --author app/dependabot` shows, or dismiss the alert with a reason.';

/** "#12 (lodash, high, since 2026-01-01) and 3 more". */
export function alertsListed(alerts: readonly DependencyAlert[]): string {
  const words = alerts.map(
    (one) => `#${one.number} (${one.package}, ${one.severity}, since ${one.since.slice(0, 10)})`,
  );
  return joined(words, 3);
}
