/** UptimeRobot: keys begin with the letter and number of what they belong to. */
import type { Rule } from '../rule.js';
import { digits, joined, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'UptimeRobot',
  rank: 'vendor',
  reference: 'https://uptimerobot.com/api/',
  runbook: 'uptimerobot-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['uptimerobot', 'uptime_robot', 'uptime-robot'], joined('u', digits(5, 8), '-', lowerHex(24))),
    id: 'uptimerobot-main-key',
    title: 'UptimeRobot main API key',
    opens: 'the monitors and alerts of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['uptimerobot', 'uptime_robot', 'uptime-robot'], {
      ...joined('ur', digits(5, 8), '-', lowerHex(24)),
      source: '(?:ur[0-9]{5,9}|m[0-9]{6,10})-[0-9a-f]{24}',
    }),
    id: 'uptimerobot-read-key',
    title: 'UptimeRobot read-only or monitor API key',
    opens: 'reading monitors of an account',
    severity: 'LOW',
  },
];

export default rules;
