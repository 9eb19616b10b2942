/** Cal.com: keys begin with `cal_`, live ones say so. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['cal_', 'cal_live_'], lowerHex(32)),
  id: 'cal-com-key',
  title: 'Cal.com API key',
  opens: 'the bookings and calendars of its owner',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Cal.com',
  rank: 'vendor',
  reference: 'https://cal.com/docs/api-reference/v2/introduction',
  runbook: 'cal-com-key',
};

export default rule;
