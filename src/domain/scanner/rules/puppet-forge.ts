/** Puppet Forge: API keys of 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['puppet_forge', 'puppetforge', 'blacksmith_forge', 'forge_api', 'puppet_api'], lowerHex(64)),
    id: 'puppet-forge-api-key',
    version: 1,
    provider: 'Puppet Forge',
    title: 'Puppet Forge API key',
    opens: 'publishing modules',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://forge.puppet.com/apis/v3/authentication',
    runbook: 'puppet-forge-key',
  },
];

export default rules;
