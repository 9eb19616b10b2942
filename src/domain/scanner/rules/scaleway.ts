/** Scaleway: secret keys are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, prefixed, upperAlnum, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('SCW', upperAlnum(17), 'medium'),
    id: 'scaleway-access-key',
    version: 1,
    provider: 'Scaleway',
    title: 'Scaleway access key id',
    opens: 'nothing alone; it names the key that a secret opens',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    runbook: 'scaleway-key',
  },
  {
    ...named(['scw_secret', 'scw-secret', 'scwsecret', 'scaleway', 'scw_token'], uuid),
    id: 'scaleway-secret-key',
    version: 1,
    provider: 'Scaleway',
    title: 'Scaleway secret key',
    opens: 'what the API key’s policies allow in the organisation',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    runbook: 'scaleway-key',
  },
];

export default rules;
