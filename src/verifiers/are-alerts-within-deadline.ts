/** Is no alert about a dependency open for longer than its severity allows? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { ALERTS_CUT, ALERTS_OFF, alertsListed, isOverdue } from './_alerts.js';
import { dependabotAlerts } from './_sources/dependabot-alerts.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is no alert about a dependency open for longer than its severity allows?',
  reads: { alerts: dependabotAlerts },
  on: [],
  judge({ alerts }, now) {
    if (alerts === null) return unknown(ALERTS_OFF);
    const open = alerts.entries.filter(({ isOpen }) => isOpen);
    const overdue = open.filter((alert) => isOverdue(alert, now));
    if (overdue.length > 0) {
      return unmet(
        `open past the term (critical 1 day, high 7, medium 90, low 365): ${alertsListed(overdue)}`,
        'Update or replace the package, merge what `gh pr list --author app/dependabot` shows, or dismiss the alert with a reason.',
      );
    }
    if (!alerts.isWhole) return unknown(ALERTS_CUT);
    return met(open.length === 0 ? 'no alert is open' : `${open.length} open, each within its term`);
  },
});
