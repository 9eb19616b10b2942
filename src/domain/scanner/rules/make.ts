/** Make (once Integromat): the address of a hook is all that it takes to set it off; API tokens are UUIDs. */
import type { Rule } from '../rule.js';
import { DIGITS, LOWER, none, random } from './_samples.js';
import { named, uuid } from './_shapes.js';

const common = { version: 2, provider: 'Make', rank: 'vendor' } as const;

const HOSTS = ['eu1.make.com', 'eu2.make.com', 'us1.make.com', 'us2.make.com', 'integromat.com'];
const hook = (length: number, seed: number): string => random(LOWER + DIGITS, length, seed);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'make-webhook',
    title: 'Make webhook address',
    opens: 'setting off a scenario with data of one’s own',
    severity: 'MEDIUM',
    confidence: 'high',
    keywords: HOSTS.map((host) => `hook.${host}/`),
    find: /hook\.(?:[eu][us][12]\.make|integromat)\.com\/(?<secret>[0-9a-z]{32})(?![0-9A-Za-z])/,
    reference: 'https://help.make.com/webhooks',
    runbook: 'make-webhook',
    matches: () =>
      HOSTS.map((host, seed) => {
        const value = hook(32, seed + 1);
        return { text: `fetch("https://hook.${host}/${value}")`, value };
      }),
    ignores: () =>
      none(
        'https://hook.eu1.make.com/',
        `https://hook.eu1.make.com/${hook(12, 7)}`,
        `https://hook.eu1.make.com/${'a'.repeat(32)}`,
        `https://eu1.make.com/${hook(32, 8)}`,
      ),
  },
  {
    ...common,
    ...named(['make_api', 'make-api', 'makeapi', 'integromat', 'make_token'], uuid),
    id: 'make-token',
    title: 'Make API token',
    opens: 'the scenarios and connections of a person',
    severity: 'HIGH',
    reference: 'https://developers.make.com/api-documentation/authentication',
    runbook: 'make-token',
  },
];

export default rules;
