/** Slack's tokens and incoming webhooks. */
import type { Rule } from '../rule.js';
import { END } from './_assigned.js';
import { ALNUM, around, DIGITS, HEX, none, random, UPPER } from './_samples.js';

const common = {
  version: 1,
  provider: 'Slack',
  confidence: 'high',
  rank: 'vendor',
  reference: 'https://docs.slack.dev/authentication/tokens',
  runbook: 'slack-token',
} as const;

const digits = (seed: number): string => random(DIGITS, 12, seed);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'slack-bot-token',
    title: 'Slack bot token',
    opens: 'the messages, channels and files that the bot may see',
    severity: 'HIGH',
    keywords: ['xoxb-'],
    find: new RegExp(`xoxb(?:-[0-9]{6,15}){1,2}-[A-Za-z0-9]{16,64}${END}`),
    matches: () => around(`xoxb-${digits(1)}-${digits(2)}-${random(ALNUM, 24, 3)}`),
    ignores: () =>
      none(
        'xoxb-your-token',
        `xoxb-${digits(1)}`,
        `xoxb-${digits(1)}-${digits(2)}-${'x'.repeat(24)}`,
        `xoxb-not-a-real-token-${random(ALNUM, 10)}`,
      ),
  },
  {
    ...common,
    id: 'slack-user-token',
    title: 'Slack user or configuration token',
    opens: 'a workspace, as the person who granted it',
    severity: 'MAXIMUM',
    keywords: ['xoxp-', 'xoxe-', 'xoxe.xox'],
    find: [
      new RegExp(`xoxp(?:-[0-9]{6,15}){2,3}-[A-Za-z0-9]{16,64}${END}`),
      new RegExp(`xoxe(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9]{40,400}${END}`),
    ],
    matches: () =>
      around(
        `xoxp-${digits(1)}-${digits(2)}-${digits(3)}-${random(HEX, 32, 4)}`,
        `xoxe-1-${random(ALNUM, 146, 5)}`,
        `xoxe.xoxp-1-${random(ALNUM, 163, 6)}`,
      ),
    ignores: () =>
      none('xoxp-token', `xoxp-${digits(1)}-${random(HEX, 8)}`, 'xoxe-1-short', `xoxe.xoxp-1-${digits(2)}`),
  },
  {
    ...common,
    id: 'slack-app-token',
    title: 'Slack app-level token',
    opens: 'the app’s socket connections and its settings across workspaces',
    severity: 'HIGH',
    keywords: ['xapp-'],
    find: new RegExp(`xapp-[0-9]-A[A-Z0-9]{8,14}-[0-9]{9,15}-[a-f0-9]{32,64}${END}`),
    matches: () => around(`xapp-1-A${random(UPPER, 10, 1)}-${random(DIGITS, 13, 2)}-${random(HEX, 64, 3)}`),
    ignores: () =>
      none('xapp-1-A', `xapp-${random(HEX, 64)}`, `xapp-1-A${random(UPPER, 10)}-${digits(4)}-short`, 'xapp-resources'),
  },
  {
    ...common,
    id: 'slack-webhook',
    title: 'Slack incoming webhook',
    opens: 'posting into a channel in the app’s name',
    severity: 'MEDIUM',
    keywords: ['hooks.slack.com/'],
    boundary: 'anywhere',
    find: [
      new RegExp(`hooks\\.slack\\.com/(?<secret>services/T[A-Z0-9]{7,12}/B[A-Z0-9]{7,12}/[A-Za-z0-9]{20,30})${END}`),
      new RegExp(
        `hooks\\.slack\\.com/(?<secret>(?:workflows|triggers)/T[A-Z0-9]{7,12}/[A-Z0-9]{6,24}/[A-Za-z0-9/]{20,80})${END}`,
      ),
    ],
    reference: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    runbook: 'slack-webhook',
    matches: () =>
      ['services', 'workflows', 'triggers'].map((kind, seed) => {
        const second = kind === 'triggers' ? digits(seed + 4) : `B${random(UPPER, 9, seed + 4)}`;
        const value = `${kind}/T${random(UPPER, 9, seed + 1)}/${second}/${random(ALNUM, 24, seed + 7)}`;
        return { text: `curl -X POST https://hooks.slack.com/${value}\n`, value };
      }),
    ignores: () =>
      none(
        `https://hooks.slack.com/services/T${'0'.repeat(8)}/B${'0'.repeat(8)}/${'X'.repeat(24)}`,
        'https://hooks.slack.com/services/',
        `https://hooks.slack.com/services/${random(ALNUM, 24)}`,
        'see hooks.slack.com/docs',
      ),
  },
];

export default rules;
