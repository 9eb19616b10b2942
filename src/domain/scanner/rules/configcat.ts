/** ConfigCat: SDK keys are two parts of 22 characters, with a prefix since 2023. */
import type { Rule } from '../rule.js';
import { base64, base64url, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'ConfigCat',
  rank: 'vendor',
  reference: 'https://configcat.com/docs/advanced/config-v2-migration-guide/',
  runbook: 'configcat-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['configcat-sdk-1/', 'configcat-proxy/'], joined(base64url(22), '/', base64url(22))),
    id: 'configcat-sdk-key',
    title: 'ConfigCat SDK key',
    opens: 'reading all flags of an environment',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['configcat'], joined(base64url(22), '/', base64url(22))),
    id: 'configcat-legacy-sdk-key',
    title: 'ConfigCat SDK key (older form)',
    opens: 'reading all flags of an environment',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['configcat'], base64(44)),
    id: 'configcat-management-key',
    title: 'ConfigCat Public API password',
    opens: 'the flags and settings of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
