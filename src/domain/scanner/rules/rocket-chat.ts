/** Rocket.Chat: personal tokens are 43 characters, webhooks an id and a token in an address. */
import type { Rule } from '../rule.js';
import { ALNUM, none, random } from './_samples.js';
import { base64url, named } from './_shapes.js';

const common = { version: 1, provider: 'Rocket.Chat', rank: 'vendor' } as const;

const hook = (seed: number, id: number): string => `${random(ALNUM, id, seed)}/${random(ALNUM, 64, seed + 1)}`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['rocketchat', 'rocket_chat', 'rocket.chat', 'rocket-chat'], base64url(43)),
    id: 'rocket-chat-token',
    title: 'Rocket.Chat personal access token',
    opens: 'a server’s rooms, as the person or bot it belongs to',
    severity: 'HIGH',
    reference: 'https://developer.rocket.chat/apidocs/personal-access-tokens',
    runbook: 'rocket-chat-token',
  },
  {
    ...common,
    id: 'rocket-chat-webhook',
    title: 'Rocket.Chat incoming webhook',
    opens: 'posting into a room',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['/hooks/'],
    find: /\/hooks\/(?<secret>[0-9A-Za-z]{17,24}\/[0-9A-Za-z]{40,70})(?![0-9A-Za-z_-])/,
    reference: 'https://docs.rocket.chat/docs/integrations',
    runbook: 'rocket-chat-webhook',
    matches: () =>
      [24, 17, 24].map((id, seed) => ({
        text: `curl https://chat.acme.io/hooks/${hook(seed + 1, id)}\n`,
        value: hook(seed + 1, id),
      })),
    ignores: () =>
      none(
        `https://chat.acme.io/hooks/${random(ALNUM, 24)}`,
        `https://chat.acme.io/hooks/${'x'.repeat(24)}/${'x'.repeat(64)}`,
        `https://chat.acme.io/hooks/${random(ALNUM, 10)}/${random(ALNUM, 64)}`,
        `import useThing from '../hooks/account/useThing'`,
      ),
  },
];

export default rules;
