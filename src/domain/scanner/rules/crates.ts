/** crates.io: tokens behind a prefix since 2020. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('cio', alnum(32)),
    id: 'crates-io-token',
    version: 1,
    provider: 'crates.io',
    title: 'crates.io API token',
    opens: 'publishing and yanking crates',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    runbook: 'crates-token',
  },
];

export default rules;
