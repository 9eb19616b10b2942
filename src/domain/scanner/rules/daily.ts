/** Daily: 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['daily_api', 'dailyapi', 'daily_co', 'daily-api'], lowerHex(64)),
  id: 'daily-key',
  title: 'Daily API key',
  opens: 'the rooms and recordings of a domain',
  severity: 'HIGH',
  version: 1,
  provider: 'Daily',
  rank: 'vendor',
  reference: 'https://docs.daily.co/reference/rest-api',
  runbook: 'daily-key',
};

export default rule;
