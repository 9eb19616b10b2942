/** Cloudflare: credentials made since 2026 carry a prefix and a checksum; older ones are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { entropy } from './_checks.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';
import { base64url, joined, lowerHex, named, prefixed, uuid } from './_shapes.js';

/** A tunnel token is base64 of the account, the tunnel and its secret as JSON. */
const tunnel = (seed: number): string =>
  Buffer.from(JSON.stringify({ a: lowerHex(32).make(seed), t: uuid.make(seed), s: keyBytes(32).make(seed) })).toString(
    'base64',
  );

/** Seven times "A" is in every Turnstile key. */
const turnstile = (length: number, seed: number): string => `0x4${'A'.repeat(7)}${random(BASE64URL, length, seed)}`;

const common = {
  version: 1,
  provider: 'Cloudflare',
  rank: 'vendor',
  reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
  runbook: 'cloudflare-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['cfut_', 'cfat_'], base64url(40, 60)),
    id: 'cloudflare-api-token',
    title: 'Cloudflare API token',
    opens: 'the zones and products that the token’s permissions name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('cfk_', base64url(40, 60)),
    id: 'cloudflare-global-key',
    title: 'Cloudflare Global API Key',
    opens: 'everything in an account, together with its mail address',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['cloudflare', 'cf_api', 'cf-api', 'cfapi', 'cf_token', 'cf_dns', 'cftoken', 'cf_aig'], base64url(40)),
    id: 'cloudflare-old-api-token',
    title: 'Cloudflare API token (without prefix)',
    opens: 'the zones and products that the token’s permissions name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['cloudflare', 'cf_api', 'cf-api', 'cfapi', 'cf_key', 'cf_global', 'x-auth-key'], lowerHex(37)),
    id: 'cloudflare-old-global-key',
    title: 'Cloudflare Global API Key (without prefix)',
    opens: 'everything in an account, together with its mail address',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('v1.0-', joined(lowerHex(24), '-', lowerHex(146))),
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare Origin CA key',
    opens: 'certificates for the zones of an account',
    severity: 'HIGH',
    reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
  },
  {
    ...common,
    ...named(['cloudflare', 'r2_secret', 'r2secret', 'r2_access', 'cf_r2', 'r2-secret'], lowerHex(64)),
    id: 'cloudflare-r2-secret',
    title: 'Cloudflare R2 secret access key',
    opens: 'the buckets that the token names',
    severity: 'HIGH',
    reference: 'https://developers.cloudflare.com/r2/api/tokens/',
  },
  {
    ...common,
    id: 'cloudflare-tunnel-token',
    title: 'Cloudflare Tunnel token',
    opens: 'running a connector that receives the tunnel’s traffic',
    severity: 'HIGH',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/',
    confidence: 'high',
    keywords: ['eyjhijoi'],
    find: /eyJhIjoi[A-Za-z0-9+/=_-]{120,400}(?![A-Za-z0-9+/=_-])/,
    check: ({ value }) =>
      /^\{"a":"[0-9a-f]{32}",.{0,60}"[ts]":"/.test(Buffer.from(value, 'base64').toString('latin1'))
        ? { confidence: 'high' }
        : null,
    matches: () => around(tunnel(1), tunnel(2)),
    ignores: () => none(`eyJhIjoi${random(ALNUM, 160)}`, tunnel(3).slice(0, 60), `x${tunnel(4)}`, 'eyJhIjoi is {"a":"'),
  },
  {
    ...common,
    id: 'cloudflare-turnstile-secret',
    title: 'Cloudflare Turnstile secret key',
    opens: 'forging the answer of the challenge',
    severity: 'MEDIUM',
    reference: 'https://developers.cloudflare.com/turnstile/get-started/server-side-validation/',
    confidence: 'high',
    judgesPlaceholders: true,
    keywords: ['0x4aaaaaaa'],
    find: /0x4A{7}[A-Za-z0-9_-]{24,27}(?![A-Za-z0-9_-])/,
    check: ({ value }) => (entropy(value.slice(10)) > 3 ? { confidence: 'high' } : null),
    matches: () => around(turnstile(25, 1), turnstile(25, 2)),
    ignores: () => none(turnstile(14, 3), `0x4${'A'.repeat(32)}`, `a${turnstile(25, 4)}`, turnstile(40, 5)),
  },
];

export default rules;
