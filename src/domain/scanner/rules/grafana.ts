/** Grafana: service account tokens end in a checksum; cloud tokens and older keys are base64 of JSON that names them. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { around, BASE64, none, random } from './_samples.js';
import { alnum, hex, joined, prefixed } from './_shapes.js';

const common = { version: 1, provider: 'Grafana', rank: 'vendor', runbook: 'grafana-token' } as const;

const encoded = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64');

/** What the JSON behind `prefix` holds; null when there is none. */
function contentOf(value: string, prefix: string): Readonly<Record<string, unknown>> | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(value.slice(prefix.length), 'base64').toString('utf8'));
    return typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Both have the key itself in `k` and its name in `n`; cloud tokens name the organisation too. */
function holdsKey(prefix: string): (candidate: Candidate) => Verdict | null {
  return ({ value }) => {
    const content = contentOf(value, prefix);
    return typeof content?.k === 'string' && typeof content.n === 'string' ? { confidence: 'high' } : null;
  };
}

const cloud = (seed: number): string =>
  `glc_${encoded({ o: '12345', n: `stack-${seed}`, k: random(BASE64, 32, seed), m: { r: 'eu' } })}`;
const legacy = (seed: number): string => encoded({ k: random(BASE64, 32, seed), n: `key-${seed}`, id: 1 });

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('glsa_', joined(alnum(32), '_', hex(8))),
    id: 'grafana-service-account-token',
    title: 'Grafana service account token',
    opens: 'dashboards, data sources and settings, with the role it was given',
    severity: 'HIGH',
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  {
    ...common,
    id: 'grafana-cloud-token',
    title: 'Grafana Cloud access policy token',
    opens: 'the metrics, logs and stacks of an organisation',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['glc_'],
    find: /glc_eyJ[0-9A-Za-z+/]{50,400}={0,2}(?![0-9A-Za-z+/=])/,
    check: holdsKey('glc_'),
    reference:
      'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
    matches: () => around(cloud(1), cloud(2), cloud(3)),
    ignores: () =>
      none(
        `glc_${encoded({ o: '12345', n: 'stack', m: { r: 'eu', something: 'else altogether' } })}`,
        `glc_eyJ${random(BASE64, 80)}`,
        'glc_context',
        `glc_${'A'.repeat(80)}`,
        `x${cloud(4)}`,
      ),
  },
  {
    ...common,
    id: 'grafana-api-key',
    title: 'Grafana API key (older form)',
    opens: 'dashboards, data sources and settings, with the role it was given',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['eyjrijoi'],
    find: /eyJrIjoi[0-9A-Za-z+/]{50,200}={0,2}(?![0-9A-Za-z+/=.])/,
    check: holdsKey(''),
    reference: 'https://grafana.com/docs/grafana/latest/developers/http_api/auth/',
    matches: () => around(legacy(1), legacy(2), legacy(3)),
    ignores: () =>
      none(
        encoded({ k: random(BASE64, 36), t: random(BASE64, 36), c: 9 }),
        `eyJrIjoi${random(BASE64, 80)}`,
        'eyJrIjoi',
        `x${legacy(4)}`,
      ),
  },
];

export default rules;
