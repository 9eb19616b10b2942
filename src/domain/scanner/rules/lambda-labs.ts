/** Lambda Cloud: `secret_`, the key’s name, 32 hexadecimal digits and a random part. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('secret_', joined(alnum(1, 40), '_', lowerHex(32), '.', alnum(32))),
  id: 'lambda-cloud-key',
  title: 'Lambda Cloud API key',
  opens: 'the GPU machines of an account, on its bill',
  severity: 'HIGH',
  version: 1,
  provider: 'Lambda',
  rank: 'vendor',
  reference: 'https://docs.lambda.ai/public-cloud/cloud-api/',
  runbook: 'lambda-labs-key',
};

export default rule;
