/** Do browsers report what the policy blocked? */
import { headerOf } from '../domain/site/site.js';
import { met, unmet } from '../domain/verification/verdict.js';
import { worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

const REPORTS = /(?:^|[;,\s])report-(?:to|uri)\s+[^\s;,]/i;

export default defineVerifier({
  question: 'Do browsers report what the Content Security Policy blocked?',
  reads: { sites },
  on: [],
  judge: ({ sites }) =>
    worstSite(sites, (page) => {
      const names = ['content-security-policy', 'content-security-policy-report-only'];
      return names.some((name) => REPORTS.test(headerOf(page, name) ?? ''))
        ? met('the policy names where reports go; whether somebody looks cannot be seen from outside')
        : unmet(
            'the policy names no place for reports',
            'Add to the Content-Security-Policy: `report-to csp; report-uri /csp-reports`, and send `Reporting-Endpoints: csp="https://HOST/csp-reports"`',
          );
    }),
});
