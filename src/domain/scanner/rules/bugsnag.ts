/** Bugsnag: notifier keys and personal tokens are hexadecimal digits and hyphenated ones. */
import type { Rule } from '../rule.js';
import { lowerHex, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Bugsnag',
  rank: 'vendor',
  reference: 'https://bugsnagapiv2.docs.apiary.io/#introduction/authentication',
  runbook: 'bugsnag-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['bugsnag'], lowerHex(32)),
    id: 'bugsnag-api-key',
    title: 'Bugsnag notifier API key',
    opens: 'sending errors to a project',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['bugsnag'], uuid),
    id: 'bugsnag-personal-token',
    title: 'Bugsnag personal auth token',
    opens: 'the errors and settings of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
