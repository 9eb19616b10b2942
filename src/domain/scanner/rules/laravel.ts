/** Laravel: the key of an application is 32 bytes in base64 behind `base64:`. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('base64:', keyBytes(32), 'medium'),
  id: 'laravel-app-key',
  title: 'Laravel application key',
  opens: 'reading and forging what the application encrypts, and running code through its cookies',
  severity: 'HIGH',
  version: 1,
  provider: 'Laravel',
  rank: 'vendor',
  reference: 'https://laravel.com/docs/encryption',
  runbook: 'laravel-key',
};

export default rule;
