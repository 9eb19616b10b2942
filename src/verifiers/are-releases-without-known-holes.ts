/** Did the newest release go out without a serious alert that nobody decided about? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { ALERTS_CUT, ALERTS_OFF, alertsListed } from './_alerts.js';
import { NO_RELEASE } from './_settings.js';
import { dependabotAlerts } from './_sources/dependabot-alerts.js';
import { releases } from './_sources/releases.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Did the newest release go out without a serious alert that nobody decided about?',
  reads: { alerts: dependabotAlerts, releases },
  on: [],
  judge({ alerts, releases }) {
    const newest = releases?.[0];
    if (newest === undefined) return unknown(NO_RELEASE);
    if (alerts === null) return unknown(ALERTS_OFF);
    const shipped = alerts.entries.filter(
      ({ isOpen, severity, since }) =>
        isOpen && (severity === 'critical' || severity === 'high') && Date.parse(since) < Date.parse(newest.at),
    );
    if (shipped.length > 0) {
      return unmet(
        `open when ${code(newest.tag)} went out, and still: ${alertsListed(shipped)}`,
        'Fix them and release again, or dismiss each with a reason; then let the release workflow stop at open alerts.',
      );
    }
    if (!alerts.isWhole) return unknown(ALERTS_CUT);
    return met(`no high or critical alert from before ${code(newest.tag)} is open`);
  },
});
