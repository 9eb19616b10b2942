/** Is every alert of GitHub's secret scanning settled? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { secretAlerts } from './_sources/secret-alerts.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: "Is every alert of GitHub's secret scanning settled?",
  reads: { alerts: secretAlerts },
  on: ['secret_scanning_alert', 'security_and_analysis'],
  judge({ alerts }) {
    if (alerts === null) return unknown("GitHub's secret scanning is off, so that it searched nothing");
    if (alerts.open === 0) return met('GitHub searched the whole history, and no alert is open');
    const count = `${alerts.isWhole ? '' : 'more than '}${alerts.open}`;
    return unmet(
      `${count} ${alerts.open === 1 ? 'alert is' : 'alerts are'} open`,
      'Replace each secret at its provider, then close its alert as *Revoked* under **Security > Secret scanning**.',
    );
  },
});
