/** Tenable: access and secret keys are 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['tenable', 'tio_access', 'tio_secret'], lowerHex(64)),
  id: 'tenable-key',
  title: 'Tenable API key',
  opens: 'the scans and findings of a company',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Tenable',
  rank: 'vendor',
  reference: 'https://developer.tenable.com/docs/authorization',
  runbook: 'tenable-key',
};

export default rule;
