/** Adafruit IO: 28 characters behind `aio_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('aio_', alnum(28)),
  id: 'adafruit-io-key',
  title: 'Adafruit IO key',
  opens: 'the feeds and devices of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Adafruit',
  rank: 'vendor',
  reference: 'https://io.adafruit.com/api/docs/#authentication',
  runbook: 'adafruit-key',
};

export default rule;
