/** IFTTT: the key of the Webhooks service stands at the end of the address that it triggers. */
import type { Rule } from '../rule.js';
import { following } from './_in-context.js';
import { base64url } from './_shapes.js';

const rule: Rule = {
  ...following(['/with/key/'], base64url(20, 60)),
  id: 'ifttt-webhook-key',
  title: 'IFTTT webhook key',
  opens: 'starting every applet of an account that waits for a webhook',
  severity: 'MEDIUM',
  version: 1,
  provider: 'IFTTT',
  rank: 'vendor',
  reference: 'https://ifttt.com/maker_webhooks',
  runbook: 'ifttt-webhook',
};

export default rule;
