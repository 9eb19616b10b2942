/** Buildkite: the prefix is short for the kind of token; a cluster’s shard may follow it. */
import type { Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { either } from './_bodies.js';
import { entropy } from './_checks.js';
import { HEX, none, random } from './_samples.js';
import { alnum, joined, lowerHex, prefixed } from './_shapes.js';

const OLD = assigned('buildkite', '(?:[0-9a-f]{40}|[0-9a-f]{50})');

/** The shard is base64 of its number. */
const shard = Buffer.from('10').toString('base64').replace('=', '');

const common = {
  version: 1,
  provider: 'Buildkite',
  rank: 'vendor',
  reference: 'https://buildkite.com/docs/platform/security/tokens',
  runbook: 'buildkite-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('bkua_', either(joined(`${shard}.`, lowerHex(40)), lowerHex(40))),
    id: 'buildkite-api-token',
    title: 'Buildkite API access token',
    opens: 'pipelines, builds and artifacts that the token’s scopes name',
    severity: 'HIGH',
    find: /bkua_(?:[A-Za-z0-9]{2,8}\.)?[0-9a-f]{40}(?![A-Za-z0-9_])/,
  },
  {
    ...common,
    ...prefixed(['bkct_', 'bkar_', 'bkaa_'], either(joined(`${shard}.`, alnum(60, 90)), alnum(40, 90))),
    id: 'buildkite-agent-token',
    title: 'Buildkite agent, cluster or session token',
    opens: 'taking jobs, with the secrets that they bring',
    severity: 'HIGH',
    find: /bk(?:ct|ar|aa)_(?:[A-Za-z0-9]{2,8}\.)?[A-Za-z0-9]{40,90}(?![A-Za-z0-9_])/,
  },
  {
    ...common,
    id: 'buildkite-old-token',
    title: 'Buildkite token (without prefix)',
    opens: 'pipelines and builds, or taking their jobs',
    severity: 'HIGH',
    confidence: 'medium',
    boundary: 'anywhere',
    keywords: ['buildkite'],
    find: OLD,
    check: ({ value }) => (entropy(value) > 3 ? { confidence: 'medium' } : null),
    matches: () =>
      ['BUILDKITE_AGENT_TOKEN=', 'buildkite_api_token: ', 'buildkiteToken = '].map((before, seed) => {
        const value = random(HEX, seed % 2 ? 40 : 50, seed + 1);
        return { text: `${before}"${value}"\n`, value };
      }),
    ignores: () =>
      none(`BUILDKITE_TOKEN=${'a'.repeat(40)}`, `BUILDKITE_TOKEN=${random(HEX, 45)}`, `buildkite ${random(HEX, 40)}`),
  },
];

export default rules;
