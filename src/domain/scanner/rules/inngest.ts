/** Inngest: signing keys say in their prefix which environment they are of. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['signkey-prod-', 'signkey-test-', 'signkey-branch-'], either(lowerHex(64), lowerHex(32))),
  id: 'inngest-signing-key',
  title: 'Inngest signing key',
  opens: 'starting the functions of an app, and reading their runs',
  severity: 'HIGH',
  version: 2,
  provider: 'Inngest',
  rank: 'vendor',
  reference: 'https://www.inngest.com/docs/platform/signing-keys',
  runbook: 'inngest-key',
};

export default rule;
