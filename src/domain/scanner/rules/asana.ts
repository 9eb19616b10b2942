/** Asana: personal tokens begin with their version and the person’s id; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { digits, joined, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Asana',
  rank: 'vendor',
  reference: 'https://developers.asana.com/docs/personal-access-token',
  runbook: 'asana-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['asana'],
      either(
        joined('2/', digits(12, 18), '/', digits(12, 18), ':', lowerHex(32)),
        joined('1/', digits(12, 18), ':', lowerHex(32)),
        joined('0/', lowerHex(32)),
      ),
    ),
    id: 'asana-personal-token',
    title: 'Asana personal access token',
    opens: 'the tasks and projects that a person sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['asana_client', 'asana-client', 'asanaclient'], lowerHex(32)),
    id: 'asana-client-secret',
    title: 'Asana client secret',
    opens: 'acting as the application towards people who use it',
    severity: 'HIGH',
  },
];

export default rules;
