/** Django: the keys that `startproject` makes say that they are insecure in production. */
import type { Rule } from '../rule.js';
import { DIGITS, LOWER, random } from './_samples.js';
import { type Body, prefixed } from './_shapes.js';

/** The fifty characters that Django's `get_random_secret_key` chooses. */
const generated: Body = {
  source: '[0-9a-z!@#$%^&*(_=+)-]{50}',
  members: '0-9a-z!@#$%^&*(_=+)-',
  make: (seed) => random(`${LOWER}${DIGITS}!@#%^&*_=+-`, 50, seed),
  filler: 'x'.repeat(50),
};

const rule: Rule = {
  ...prefixed('django-insecure-', generated),
  id: 'django-insecure-key',
  title: 'Django secret key made by startproject',
  opens: 'signing in as anybody, where it is used in production',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Django',
  rank: 'vendor',
  reference: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
  runbook: 'django-key',
};

export default rule;
