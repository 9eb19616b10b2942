/** Railway: tokens are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['railway_token', 'railway_api', 'railway-token', 'railwaytoken', 'railwayapi', 'railway.token'], uuid),
    id: 'railway-token',
    version: 1,
    provider: 'Railway',
    title: 'Railway token',
    opens: 'projects, deployments and their variables',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://docs.railway.com/reference/public-api',
    runbook: 'railway-token',
  },
];

export default rules;
