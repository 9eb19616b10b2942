/** MailerSend: 64 hexadecimal digits behind `mlsn.`. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('mlsn.', lowerHex(64)),
  id: 'mailersend-token',
  title: 'MailerSend API token',
  opens: 'sending mail in the owner’s name',
  severity: 'HIGH',
  version: 1,
  provider: 'MailerSend',
  rank: 'vendor',
  reference: 'https://developers.mailersend.com/general.html#authentication',
  runbook: 'mailersend-token',
};

export default rule;
