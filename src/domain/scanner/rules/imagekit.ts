/** ImageKit: private keys are 20 bytes in base64 behind a prefix. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('private_', keyBytes(20)),
  id: 'imagekit-private-key',
  title: 'ImageKit private key',
  opens: 'uploading, changing and deleting the files of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'ImageKit',
  rank: 'vendor',
  reference: 'https://imagekit.io/docs/api-keys',
  runbook: 'imagekit-key',
};

export default rule;
