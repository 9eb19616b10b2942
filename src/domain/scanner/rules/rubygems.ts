/** RubyGems: API keys carry a prefix since 2020; older ones are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'RubyGems',
  rank: 'vendor',
  reference: 'https://guides.rubygems.org/api-key-scopes/',
  runbook: 'rubygems-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('rubygems_', lowerHex(48)),
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    opens: 'publishing and yanking gems',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['rubygems', 'gem_host_api', 'gemhostapi'], lowerHex(32)),
    id: 'rubygems-old-api-key',
    title: 'RubyGems API key (without prefix)',
    opens: 'publishing and yanking gems',
    severity: 'MAXIMUM',
  },
];

export default rules;
