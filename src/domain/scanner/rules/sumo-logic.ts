/** Sumo Logic: access keys are 64 characters beside a public id; collector addresses have their token in them. */
import type { Rule } from '../rule.js';
import { BASE64URL, none, random } from './_samples.js';
import { alnum, named } from './_shapes.js';

const common = { version: 1, provider: 'Sumo Logic', rank: 'vendor' } as const;

const address = (seed: number): string => `${random(BASE64URL, 86, seed)}==`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['sumologic', 'sumo_', 'sumo-', 'sumo.'], alnum(64)),
    id: 'sumo-logic-access-key',
    title: 'Sumo Logic access key',
    opens: 'the logs and settings of an organisation',
    severity: 'HIGH',
    reference: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    runbook: 'sumo-logic-key',
  },
  {
    ...common,
    id: 'sumo-logic-collector',
    title: 'Sumo Logic HTTP source address',
    opens: 'sending logs and metrics to a collector',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['/receiver/v1/http/'],
    find: /\/receiver\/v1\/http\/(?<secret>[0-9A-Za-z_-]{60,120}={0,2})(?![0-9A-Za-z_=-])/,
    reference: 'https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/logs-metrics/',
    runbook: 'sumo-logic-collector',
    matches: () =>
      [1, 2, 3].map((seed) => ({
        text: `url: https://collectors.eu.sumologic.com/receiver/v1/http/${address(seed)}\n`,
        value: address(seed),
      })),
    ignores: () =>
      none(
        'https://collectors.sumologic.com/receiver/v1/http/<token>',
        `https://collectors.sumologic.com/receiver/v1/http/${'A'.repeat(86)}==`,
        'https://collectors.sumologic.com/receiver/v1/http/short',
        `https://collectors.sumologic.com/receiver/v2/http/${address(4)}`,
      ),
  },
];

export default rules;
