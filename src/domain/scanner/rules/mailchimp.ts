/** Mailchimp: keys are 32 hexadecimal digits and end in the data centre of the account, which is how they are found. */
import type { Rule } from '../rule.js';
import { around, HEX, none, random } from './_samples.js';

const CENTRES = Array.from({ length: 9 }, (_, index) => `-us${index + 1}`);

const rule: Rule = {
  id: 'mailchimp-api-key',
  version: 1,
  provider: 'Mailchimp',
  title: 'Mailchimp API key',
  opens: 'sending campaigns in the owner’s name, and their contacts',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: CENTRES,
  find: /(?<=(?:(?<![0-9A-Za-z])|\\[nrt])(?<head>[0-9a-f]{32}))-us[0-9]{1,2}(?![0-9A-Za-z_])/,
  reference: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  runbook: 'mailchimp-key',
  matches: () => [
    ...CENTRES.flatMap((centre, seed) => around(random(HEX, 32, seed + 1) + centre)),
    ...around(`${random(HEX, 32, 21)}-us21`),
  ],
  ignores: () =>
    none(
      `${random(HEX, 31)}-us1`,
      `${'0'.repeat(32)}-us1`,
      `${random(HEX, 32)}-usa1`,
      `${random(HEX, 40)}-us12`,
      'https://us12.api.mailchimp.com, region-us1',
    ),
};

export default rule;
