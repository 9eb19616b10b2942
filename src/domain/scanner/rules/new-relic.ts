/** New Relic: keys say their kind in four letters in front, ingest licences in eight at the end. */
import type { Rule } from '../rule.js';
import { around, DIGITS, HEX, LOWER, none, random } from './_samples.js';
import { base64url, lowerHex, named, prefixed, upperAlnum } from './_shapes.js';

const common = {
  version: 1,
  provider: 'New Relic',
  rank: 'vendor',
  reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  runbook: 'new-relic-key',
} as const;

const licence = (seed: number): string => `${random(HEX, 32, seed)}FFFFNRAL`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('NRAK-', upperAlnum(27)),
    id: 'new-relic-user-key',
    title: 'New Relic user key',
    opens: 'an account’s data, alerts and keys, as the person it belongs to',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['NRII-', 'NRIQ-', 'NRIK-'], base64url(32)),
    id: 'new-relic-insights-key',
    title: 'New Relic Insights insert or query key',
    opens: 'an account’s events, or sending more of them',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...prefixed('NRJS-', lowerHex(19)),
    id: 'new-relic-browser-key',
    title: 'New Relic browser key',
    opens: 'sending a browser’s data to an account',
    severity: 'LOW',
  },
  {
    ...common,
    ...prefixed(['NRRA-', 'NRAA-'], { ...lowerHex(42), source: '[0-9a-f]{27,48}' }),
    id: 'new-relic-rest-key',
    title: 'New Relic REST or admin API key',
    opens: 'an account’s applications, alerts and people',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'new-relic-license-key',
    title: 'New Relic ingest licence key',
    opens: 'sending metrics, logs and traces to an account',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['nral'],
    find: /(?<=(?:(?<![0-9A-Za-z])|\\[nrt])(?<head>[0-9a-z]{32}(?:FFFF|[0-9a-z]{4})))NRAL(?![0-9A-Za-z_])/,
    matches: () => [...around(licence(1), licence(2)), ...around(`eu01xx${random(DIGITS + LOWER, 26, 3)}FFFFNRAL`)],
    ignores: () =>
      none(
        'FFFFNRAL ends it',
        `${random(HEX, 20)}FFFFNRAL`,
        `${'0'.repeat(32)}FFFFNRAL`,
        licence(4).toLowerCase(),
        `${licence(5)}X`,
      ),
  },
  {
    ...common,
    ...named(['newrelic', 'new_relic', 'new-relic'], lowerHex(40)),
    id: 'new-relic-legacy-key',
    title: 'New Relic licence key (older form)',
    opens: 'sending metrics, logs and traces to an account',
    severity: 'MEDIUM',
  },
];

export default rules;
