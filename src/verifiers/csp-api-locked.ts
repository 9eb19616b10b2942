/** Do answers of an API come with a policy under which nothing runs? */
import { policiesOf } from '../domain/site/judges/csp.js';
import type { Page } from '../domain/site/site.js';
import { type Judgement, met, unmet } from '../domain/verification/verdict.js';
import { asFix, worstApi } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

const FIX = asFix("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

export default defineVerifier({
  question: 'Do API answers come with a policy under which nothing runs?',
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstApi(sites, judgePolicy),
});

function judgePolicy(page: Page): Judgement {
  const policies = policiesOf(page, 'header');
  if (policies.length === 0) return unmet('Content-Security-Policy is not sent', FIX);
  const says = (name: string) => policies.some((policy) => policy.get(name)?.join(' ') === "'none'");
  const open = ['default-src', 'frame-ancestors'].find((name) => !says(name));
  return open === undefined ? met("default-src and frame-ancestors are 'none'") : unmet(`${open} is not 'none'`, FIX);
}
