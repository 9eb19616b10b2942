/** Slack's tokens of all kinds, the secrets of its apps, and incoming webhooks. */
import type { Rule } from '../rule.js';
import { END } from './_assigned.js';
import { ALNUM, around, BASE64, DIGITS, HEX, none, random, UPPER } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 2,
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
    find: new RegExp(`xoxb-[0-9]{6,15}-(?:[0-9]{6,15}-[A-Za-z0-9]{24}|[A-Za-z0-9]{16,34})${END}`),
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
      new RegExp(`xoxp(?:-[0-9]{6,15}){2,3}-(?:[0-9a-f]{10}|[A-Za-z0-9]{28,34})${END}`),
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
    find: new RegExp(`xapp-[0-9]-A[A-Z0-9]{8,14}-[0-9]{9,15}-[a-f0-9]{64}${END}`),
    matches: () => around(`xapp-1-A${random(UPPER, 10, 1)}-${random(DIGITS, 13, 2)}-${random(HEX, 64, 3)}`),
    ignores: () =>
      none('xapp-1-A', `xapp-${random(HEX, 64)}`, `xapp-1-A${random(UPPER, 10)}-${digits(4)}-short`, 'xapp-resources'),
  },
  {
    ...common,
    id: 'slack-legacy-token',
    title: 'Slack legacy workspace, refresh or session token',
    opens: 'a workspace, as the app or person it was made for',
    severity: 'HIGH',
    keywords: ['xoxa-', 'xoxr-', 'xoxs-', 'xoxc-'],
    find: new RegExp(`xox[arsc](?:-[0-9]{1,15}){1,4}-(?:[0-9a-f]{10}|[A-Za-z0-9]{16,34}|[0-9a-f]{64})${END}`),
    matches: () =>
      ['xoxa-2', 'xoxr', 'xoxs', 'xoxc'].flatMap((kind, seed) =>
        around(`${kind}-${digits(seed + 1)}-${digits(seed + 2)}-${digits(seed + 3)}-${random(HEX, 32, seed + 4)}`),
      ),
    ignores: () =>
      none('xoxa-2-token', `xoxs-${digits(1)}`, `xoxr-${digits(1)}-${'x'.repeat(32)}`, `xoxq-1-${random(HEX, 32)}`),
  },
  {
    ...common,
    id: 'slack-session-cookie',
    title: 'Slack session cookie',
    opens: 'every workspace that a person is signed in to',
    severity: 'MAXIMUM',
    keywords: ['xoxd-'],
    find: /xoxd-[A-Za-z0-9%/+]{60,400}={0,2}(?![A-Za-z0-9%/+=_-])/,
    matches: () => around(`xoxd-${random(BASE64, 160, 1)}`, `xoxd-${random(ALNUM, 150, 2)}%3D%3D`),
    ignores: () =>
      none('xoxd-cookie', `xoxd-${random(ALNUM, 30)}`, `xoxd-${'x'.repeat(80)}`, `axoxd-${random(ALNUM, 90)}`),
  },
  {
    ...common,
    ...named(['slack_signing', 'slacksigning', 'slack-signing', 'slack.signing'], lowerHex(32), 'high'),
    id: 'slack-signing-secret',
    title: 'Slack signing secret',
    opens: 'forging the requests that an app trusts',
    severity: 'MEDIUM',
    reference: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
    runbook: 'slack-app-secret',
  },
  {
    ...common,
    ...named(['slack_client', 'slackclient', 'slack-client', 'slack.client'], lowerHex(32)),
    id: 'slack-client-secret',
    title: 'Slack app client secret',
    opens: 'tokens for every workspace that installs an app',
    severity: 'HIGH',
    runbook: 'slack-app-secret',
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
      new RegExp(`hooks\\.slack\\.com/(?<secret>services/T[A-Z0-9]{7,12}/B[A-Z0-9]{7,12}/[A-Za-z0-9]{24})${END}`),
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
