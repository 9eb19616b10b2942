/** Open VSX: access tokens are UUIDs behind a prefix, older ones told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Open VSX',
  rank: 'vendor',
  reference: 'https://github.com/eclipse-openvsx/openvsx/wiki/Publishing-Extensions',
  runbook: 'open-vsx-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['ovsxp_', 'ovsxat_'], uuid),
    id: 'open-vsx-token',
    title: 'Open VSX access token',
    opens: 'publishing extensions',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['ovsx', 'open_vsx', 'openvsx', 'open-vsx'], uuid),
    id: 'open-vsx-old-token',
    title: 'Open VSX access token (without prefix)',
    opens: 'publishing extensions',
    severity: 'HIGH',
  },
];

export default rules;
