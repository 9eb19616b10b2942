/** Does each dismissed alert about a dependency say why? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { ALERTS_CUT, ALERTS_OFF, alertsListed } from './_alerts.js';
import { dependabotAlerts } from './_sources/dependabot-alerts.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does each dismissed alert about a dependency say why?',
  reads: { alerts: dependabotAlerts },
  on: [],
  judge({ alerts }) {
    if (alerts === null) return unknown(ALERTS_OFF);
    const dismissed = alerts.entries.filter(({ isOpen }) => !isOpen);
    const silent = dismissed.filter(({ comment }) => comment === null);
    const [first] = silent;
    if (first !== undefined) {
      return unmet(
        `dismissed without a word: ${alertsListed(silent)}`,
        `Run \`gh api -X PATCH repos/{owner}/{repo}/dependabot/alerts/${first.number} -f state=dismissed -f dismissed_reason=not_used -f dismissed_comment="…"\`, and the same for the others.`,
      );
    }
    if (!alerts.isWhole) return unknown(ALERTS_CUT);
    return met(dismissed.length === 0 ? 'no alert was dismissed' : `all ${dismissed.length} dismissed alerts say why`);
  },
});
