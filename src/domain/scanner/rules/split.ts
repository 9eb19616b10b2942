/** Split: keys are lower-case letters and digits; the vendor’s name is also a word of programming languages. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Split',
  rank: 'vendor',
  reference: 'https://docs.split.io/reference/authentication',
  runbook: 'split-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['split_api', 'split_sdk', 'split_admin', 'splitio', 'split_io', 'splitapikey', 'split-io'],
      lowerAlnum(36, 60),
    ),
    id: 'split-api-key',
    title: 'Split (Harness FME) API key',
    opens: 'flags, or reading them, of an environment',
    severity: 'MEDIUM',
  },
];

export default rules;
