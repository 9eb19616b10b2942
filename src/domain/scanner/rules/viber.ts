/** Viber: three parts of 16 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['viber'], joined(lowerHex(16), '-', lowerHex(16), '-', lowerHex(16))),
  id: 'viber-token',
  title: 'Viber bot token',
  opens: 'posting as a bot, and reading what it is told',
  severity: 'HIGH',
  version: 1,
  provider: 'Viber',
  rank: 'vendor',
  reference: 'https://developers.viber.com/docs/api/rest-bot-api/',
  runbook: 'viber-token',
};

export default rule;
