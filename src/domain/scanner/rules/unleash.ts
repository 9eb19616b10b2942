/** Unleash: tokens name their projects and their environment before the secret; personal ones name just that they are. */
import type { Rule } from '../rule.js';
import { HEX, none, random } from './_samples.js';

const ENVIRONMENTS = ['*', 'development', 'production', 'default', 'staging'];

/** Projects and environment of made-up tokens, each with one of the environments that are keywords. */
const SCOPES = ENVIRONMENTS.map(
  (environment, index) => `${['*', 'default', '[]', 'web-shop', '*'][index]}:${environment}.`,
);

const rule: Rule = {
  id: 'unleash-token',
  version: 1,
  provider: 'Unleash',
  title: 'Unleash API token',
  opens: 'reading flags and their rules, or with an admin or personal token changing them',
  severity: 'MEDIUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: [...ENVIRONMENTS.map((environment) => `:${environment}.`), 'user:'],
  find: [
    /(?<=(?<![0-9A-Za-z_-])(?<head>\*|\[\]|[0-9A-Za-z_-]{1,40})):(?:\*|development|production|default|staging)\.[0-9a-f]{40,64}(?![0-9A-Za-z_])/,
    /(?<![0-9A-Za-z_-])user:[0-9a-f]{40,64}(?![0-9A-Za-z_])/,
  ],
  reference: 'https://docs.getunleash.io/concepts/api-tokens-and-client-keys',
  runbook: 'unleash-token',
  matches: () =>
    [...SCOPES, 'user:'].flatMap((scope, seed) => {
      const value = scope + random(HEX, 56, seed + 1);
      return [`client({ token: "${value}" })`, `UNLEASH_TOKEN=${value}\n`, `-H "Authorization: ${value}"`].map(
        (text) => ({ text, value }),
      );
    }),
  ignores: () =>
    none(
      'default:development.unleash-insecure-api-token',
      '*:*.unleash-insecure-admin-api-token',
      `*:*.${'0'.repeat(56)}`,
      `*:development.${random(HEX, 20)}`,
      'user:abcdef, superuser:staging.acme.io',
    ),
};

export default rule;
