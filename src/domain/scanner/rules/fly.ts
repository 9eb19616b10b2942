/** Fly.io: macaroons in base64, several to a token, and older access tokens. */
import type { Rule } from '../rule.js';
import { isPlaceholder } from './_placeholders.js';
import { base64, base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Fly.io',
  rank: 'vendor',
  reference: 'https://fly.io/docs/security/tokens/',
  runbook: 'fly-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['fm2_', 'fm1r_', 'fm1a_'], base64(100, 1200)),
    id: 'fly-macaroon',
    title: 'Fly.io access token',
    opens: 'the apps and organisations that the token was made for',
    severity: 'MAXIMUM',
    // What all of them begin with holds a run of zeros, which is no filler.
    judgesPlaceholders: true,
    check: ({ value }) => (isPlaceholder(value.slice(32)) ? null : { confidence: 'high' }),
    find: /fm(?:2|1r|1a)_[A-Za-z0-9+/]{100,1200}={0,2}(?![A-Za-z0-9+/=_])/,
  },
  {
    ...common,
    ...prefixed('fo1_', base64url(43)),
    id: 'fly-oauth-token',
    title: 'Fly.io OAuth access token',
    opens: 'every organisation its owner belongs to',
    severity: 'MAXIMUM',
  },
];

export default rules;
