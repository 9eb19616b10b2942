/** Okta: API tokens are 42 characters that begin with two zeros, given to a name or written behind SSWS in a header. */
import type { Rule } from '../rule.js';
import { BASE64URL, none, random } from './_samples.js';
import { base64url, joined, named } from './_shapes.js';

const common = { version: 1, provider: 'Okta', rank: 'vendor' } as const;

const TOKENS = 'https://developer.okta.com/docs/guides/create-an-api-token/main/';

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['okta'], joined('00', base64url(40)), 'high'),
    id: 'okta-api-token',
    title: 'Okta API token',
    opens: 'the people, groups and applications of an organisation, as the person who made it',
    severity: 'MAXIMUM',
    reference: TOKENS,
    runbook: 'okta-token',
  },
  {
    ...common,
    id: 'okta-api-token-header',
    title: 'Okta API token in a header',
    opens: 'the people, groups and applications of an organisation, as the person who made it',
    severity: 'MAXIMUM',
    confidence: 'high',
    keywords: ['ssws'],
    find: /SSWS[ \t]{1,4}(?<secret>00[0-9A-Za-z_-]{40})(?![0-9A-Za-z_-])/i,
    reference: TOKENS,
    runbook: 'okta-token',
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = `00${random(BASE64URL, 40, seed)}`;
        return { text: `-H "Authorization: SSWS ${value}"`, value };
      }),
    ignores: () =>
      none('Authorization: SSWS <token>', `SSWS 00${'x'.repeat(40)}`, `SSWS ${random(BASE64URL, 20)}`, 'SSWS 00'),
  },
  {
    ...common,
    ...named(['okta'], { ...base64url(40), source: '(?!00)(?:[0-9A-Za-z_-]{40}|[0-9A-Za-z_-]{64})' }),
    id: 'okta-client-secret',
    title: 'Okta client secret',
    opens: 'logging in as an application, and with its grants managing an organisation',
    severity: 'HIGH',
    reference: 'https://developer.okta.com/docs/guides/client-secret-rotation-key/main/',
    runbook: 'okta-client-secret',
  },
];

export default rules;
