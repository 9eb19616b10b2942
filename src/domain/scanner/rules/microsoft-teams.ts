/** Microsoft Teams: incoming webhooks are addresses with two tenants' UUIDs and a token in them. */
import type { Rule } from '../rule.js';
import { HEX, none, random } from './_samples.js';
import { uuid } from './_shapes.js';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const value = (seed: number, version = ''): string =>
  `${uuid.make(seed)}@${uuid.make(seed + 1)}/IncomingWebhook/${random(HEX, 32, seed)}/${uuid.make(seed + 2)}${version}`;

const rule: Rule = {
  id: 'microsoft-teams-webhook',
  version: 1,
  provider: 'Microsoft Teams',
  title: 'Microsoft Teams incoming webhook',
  opens: 'posting into a channel',
  severity: 'MEDIUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: ['webhook.office.com/', 'outlook.office.com/webhook'],
  find: new RegExp(
    `(?:webhook\\.office\\.com/webhookb2/|outlook\\.office\\.com/webhook/)(?<secret>${UUID}@${UUID}/IncomingWebhook/[0-9a-f]{32}/${UUID}(?:/V2[0-9A-Za-z_-]{20,80})?)(?![0-9A-Za-z_-])`,
    'i',
  ),
  reference:
    'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  runbook: 'microsoft-teams-webhook',
  matches: () => [
    { text: `curl https://acme.webhook.office.com/webhookb2/${value(1)}\n`, value: value(1) },
    {
      text: `url: https://acme.webhook.office.com/webhookb2/${value(5, `/V2${random(HEX, 44)}`)}\n`,
      value: value(5, `/V2${random(HEX, 44)}`),
    },
    { text: `https://outlook.office.com/webhook/${value(9)}`, value: value(9) },
  ],
  ignores: () =>
    none(
      'https://acme.webhook.office.com/webhookb2/',
      `https://acme.webhook.office.com/webhookb2/${uuid.filler}@${uuid.filler}/IncomingWebhook/${'0'.repeat(32)}/${uuid.filler}`,
      `https://outlook.office.com/webhook/${uuid.make(1)}@${uuid.make(2)}`,
      `https://acme.example/webhookb2/${value(1)}`,
    ),
};

export default rule;
