/** Mattermost: tokens are 26 characters of a base 32 of its own, in names and at the end of webhook addresses. */
import type { Rule } from '../rule.js';
import { DIGITS, LOWER, none, random } from './_samples.js';
import { lowerAlnum, named } from './_shapes.js';

const common = { version: 1, provider: 'Mattermost', rank: 'vendor' } as const;

const hook = (seed: number): string => random(DIGITS + LOWER, 26, seed);

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['mattermost', 'mm_token', 'mm_bot', 'mm_access'], lowerAlnum(26)),
    id: 'mattermost-token',
    title: 'Mattermost personal or bot access token',
    opens: 'a server’s teams and channels, as the person or bot it belongs to',
    severity: 'HIGH',
    reference: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    runbook: 'mattermost-token',
  },
  {
    ...common,
    id: 'mattermost-webhook',
    title: 'Mattermost incoming webhook',
    opens: 'posting into a channel',
    severity: 'MEDIUM',
    confidence: 'medium',
    boundary: 'anywhere',
    keywords: ['/hooks/'],
    find: /\/hooks\/(?<secret>[0-9a-z]{26})(?![0-9A-Za-z_/-])/,
    reference: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
    runbook: 'mattermost-webhook',
    matches: () =>
      [1, 2, 3].map((seed) => ({ text: `curl https://chat.acme.io/hooks/${hook(seed)}\n`, value: hook(seed) })),
    ignores: () =>
      none(
        `import useThing from '../hooks/usethingwithalongname'`,
        `https://chat.acme.io/hooks/${'x'.repeat(26)}`,
        `https://chat.acme.io/hooks/${hook(1)}.js/${hook(2)}0`.replace(hook(1), 'usethings'),
        `https://chat.acme.io/hooks/${hook(3)}/index.js`,
        'https://chat.acme.io/hooks/accountsubscriptionupdated',
      ),
    check: ({ value }) => (value.replace(/[a-z]/g, '').length >= 3 ? { confidence: 'medium' } : null),
  },
];

export default rules;
